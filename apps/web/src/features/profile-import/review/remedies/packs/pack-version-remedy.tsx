import type { ProfileDocument } from '@waybill/profile-format'
import { useImport } from '../../../state/import-store.ts'
import { versionChangeText } from '../../../state/version-change.ts'
import { messagesOf, type ValidateRow } from '../../validate-rows.ts'
import { MergeOffer } from './merge-offer.tsx'
import { RemedyRow } from '../../remedy-row.tsx'
import { SyncRemedy } from '../../../sync/sync-remedy.tsx'
import { LeaveOutButton } from '../leave-out.tsx'
import { VersionSelect } from './version-select.tsx'

type PackVersionRow = Extract<ValidateRow, { kind: 'pack-version' }>

/** A pack version that no registry here holds: choose another version, or sync a registry. */
export function PackVersionRemedy({ row, document }: { row: PackVersionRow; document: ProfileDocument }) {
  const dropPackVersion = useImport((state) => state.dropPackVersion)
  const { layer } = row
  const registry = layer.chosen?.registryName
  return (
    <RemedyRow
      row={row}
      place={layer.name}
      sentence={messagesOf(row.problems)}
      settled={`${versionChangeText(layer)}${registry ? `, from ${registry}` : ''}.`}
      after={<MergeOffer layer={layer} file={document} />}
      onChange={() => dropPackVersion(layer.index)}
    >
      {layer.alternatives.length > 0 ? (
        <VersionSelect rowId={row.id} layer={layer} label="Version available here" />
      ) : null}
      <SyncRemedy row={row} />
      <LeaveOutButton layer={layer} />
    </RemedyRow>
  )
}
