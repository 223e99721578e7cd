import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { leaveOut } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import type { PlannedLayer, ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'

/** Leaves an add-on out of the import; a cluster needs all other layers. */
export function LeaveOutButton({ layer }: { layer: PlannedLayer }) {
  const decide = useImport((state) => state.decide)
  if (layer.layer !== 'addon') return null
  return (
    <p>
      <Button
        variant="secondary"
        size="sm"
        aria-label={`Leave this layer out: ${layer.name}`}
        onClick={() => decide(leaveOut(layer.index, true))}
      >
        Leave this layer out
      </Button>
    </p>
  )
}

/** A layer that is left out, with the way to include it again. */
export function LeftOutRemedy({ row }: { row: Extract<ValidateRow, { kind: 'left-out' }> }) {
  const decide = useImport((state) => state.decide)
  const { index, name, version } = row.layer
  return (
    <RemedyRow
      row={row}
      place={`${name} ${version}`.trim()}
      sentence="is left out."
      settled="is left out of the import."
      onChange={() => decide(leaveOut(index, false))}
    />
  )
}
