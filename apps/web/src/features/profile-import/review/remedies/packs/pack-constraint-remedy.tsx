import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { useImport } from '../../../state/import-store.ts'
import type { ValidateRow } from '../../validate-rows.ts'
import { RemedyRow } from '../../remedy-row.tsx'
import { VersionSelect } from './version-select.tsx'

type PackConstraintRow = Extract<ValidateRow, { kind: 'pack-constraint' }>

/** Two packs that do not go together: offers another version of either, if there is one. */
export function PackConstraintRemedy({ row }: { row: PackConstraintRow }) {
  const editAt = useImport((state) => state.editAt)
  const { layers, problems, id } = row
  const [problem] = problems
  if (!problem) return null
  return (
    <RemedyRow row={row} place={layers[0]?.name ?? null} sentence={problem.message}>
      {layers
        .filter(({ alternatives }) => alternatives.length > 0)
        .map((layer) => (
          <VersionSelect
            key={layer.index}
            rowId={id}
            layer={layer}
            label={`Version of ${layer.name} in place of ${layer.version}`}
          />
        ))}
      <Button variant="link" isInline onClick={() => editAt({ path: problem.path })}>
        Change it in the file
      </Button>
    </RemedyRow>
  )
}
