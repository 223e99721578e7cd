import { takePackVersion } from '../../state/import-decisions.ts'
import { useImport } from '../../state/import-store.ts'
import { versionChangeText } from '../../state/version-change.ts'
import type { ValidateRow } from '../validate-rows.ts'
import { RemedyRow } from '../remedy-row.tsx'
import { SyncRemedy } from '../../sync/sync-remedy.tsx'
import { LeaveOutButton } from './leave-out.tsx'
import { VersionSelect } from './version-select.tsx'

type PackVersionRow = Extract<ValidateRow, { kind: 'pack-version' }>

/** A pack version that is in no registry here: another one is taken, or a registry is synced. */
export function PackVersionRemedy({ row }: { row: PackVersionRow }) {
  const decide = useImport((state) => state.decide)
  const { layer } = row
  const registry = layer.chosen?.registryName
  return (
    <RemedyRow
      row={row}
      place={layer.name}
      sentence={row.problems.map(({ message }) => message).join(' ')}
      settled={`${versionChangeText(layer)}${registry ? `, from ${registry}` : ''}.`}
      onChange={() => decide(takePackVersion(layer.index, null))}
    >
      {layer.alternatives.length > 0 ? (
        <VersionSelect rowId={row.id} layer={layer} label="Version available here" />
      ) : null}
      <SyncRemedy row={row} />
      <LeaveOutButton layer={layer} />
    </RemedyRow>
  )
}
