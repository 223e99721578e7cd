import { Skeleton } from '@patternfly/react-core/dist/dynamic/components/Skeleton'
import { api } from '@waybill/api-client'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { TENANT } from '../../../shared/http/connection.ts'
import { useAnswer } from '../../../shared/http/use-answer.ts'
import { isActive } from '../../../shared/registries/sync/sync-words.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { syncRefusal } from '../table/registry-rows.ts'
import { SyncRunReport } from './sync-run-report.tsx'
import type { RegistryRequests } from '../use-registry-requests.ts'

interface SyncRunsDialogProps {
  registry: ConsoleRegistryBody
  requests: RegistryRequests
  onClose: () => void
}

/** Registries filled by an export, or before runs were recorded, have a time but no report. */
const noRunWords = ({ lastSyncedAt }: ConsoleRegistryBody): string =>
  lastSyncedAt === null
    ? 'It has never been synced.'
    : 'There is no report: its content was not read by a sync. The next sync is reported here.'

/** The latest syncs of a registry, with every version that failed and why. */
export function SyncRunsDialog({ registry, requests, onClose }: SyncRunsDialogProps) {
  const scope = useScope()
  const { name, uid, sync } = registry
  const answer = useAnswer(
    (signal) => api.consoleSyncs.list(TENANT, { params: { uid }, signal }),
    `${sync?.uid} ${sync?.state}`,
  )
  const runs = answer?.ok ? answer.value.items : []
  const busyReason = isActive(sync) ? 'It is being synced.' : undefined
  const syncing = (
    <ActionButton
      label={runs.length === 0 ? 'Sync now' : 'Try again'}
      variant="secondary"
      reason={roleRefusal(scope, 'packRegistry.update') ?? syncRefusal(registry) ?? busyReason}
      isLoading={requests.busy.has(uid)}
      onClick={() => requests.sync(registry)}
    />
  )
  return (
    <Dialog
      title={`Syncs of ${name}`}
      variant="medium"
      refusal={answer?.ok === false ? answer.error : null}
      actions={syncing}
      closeLabel="Close"
      isScrolled
      className="wb-flow"
      onClose={onClose}
    >
      {answer === null ? <Skeleton screenreaderText="Loading" /> : null}
      {answer?.ok && runs.length === 0 ? <p>{noRunWords(registry)}</p> : null}
      {runs.map((run, index) => (
        <SyncRunReport key={run.uid} run={run} isOpen={index === 0} />
      ))}
    </Dialog>
  )
}
