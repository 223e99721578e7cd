import { Progress } from '@patternfly/react-core/dist/dynamic/components/Progress'
import { Spinner } from '@patternfly/react-core/dist/dynamic/components/Spinner'
import { syncFaultWords } from '@waybill/api-contract'
import type { ReactNode } from 'react'
import { foundText, isActive, percentDone } from '../../../shared/registries/sync/sync-words.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { currentPlan } from '../state/import-stage.ts'
import { useImport } from '../state/import-store.ts'
import type { WizardSync } from './sync-store.ts'

interface SyncProgressProps {
  /** The registry's name. */
  name: string
  sync: WizardSync | undefined
  /** The missing pack and its version. */
  wanted: string
  /** The button that starts the sync. */
  children: ReactNode
}

/** The progress and result of a sync; the start button while none is running. */
export function SyncProgress({ name, sync, wanted, children }: SyncProgressProps) {
  const isChecking = useImport(({ stage }) => currentPlan(stage.review) === null)
  const isStarting = sync !== undefined && sync.run === null && sync.error === null
  const isUnderWay = isStarting || isActive(sync?.run)
  const hasEnded = sync?.run !== undefined && sync.run !== null && !isActive(sync.run)
  return (
    <>
      <div role="status" className="wb-sync-progress">
        {isUnderWay ? <UnderWay name={name} sync={sync} /> : null}
        {hasEnded && isChecking ? (
          <p>
            <Spinner size="sm" aria-hidden="true" /> {name} was read. Checking again…
          </p>
        ) : null}
        {isUnderWay || isChecking ? null : <p>{endText({ name, sync, wanted })}</p>}
      </div>
      {isUnderWay || (hasEnded && isChecking) ? null : <div>{children}</div>}
    </>
  )
}

function UnderWay({ name, sync }: Pick<SyncProgressProps, 'name' | 'sync'>) {
  const run = sync?.run
  const percent = run ? percentDone(run) : null
  if (!run || run.state === 'queued' || percent === null) {
    return (
      <p>
        <Spinner size="sm" aria-hidden="true" /> {name} is being read
        {run && run.found > 0 ? `: ${foundText(run)}` : '…'}
      </p>
    )
  }
  return (
    <Progress
      value={percent}
      title={`${name} is being read`}
      label={foundText(run)}
      valueText={foundText(run)}
      size="sm"
    />
  )
}

/** Shown while the pack is still missing: what the sync did not bring, or why it failed. */
function endText({ name, sync, wanted }: Omit<SyncProgressProps, 'children'>): string {
  if (!sync) return ''
  if (sync.error) return failureLine(sync.error)
  switch (sync.run?.state) {
    case 'succeeded':
      return `${name} was read; it does not have ${wanted}.`
    case 'failed':
      return `${name} could not be read. ${syncFaultWords(sync.run.reason)}`
    case 'cancelled':
      return `The sync of ${name} was cancelled.`
    default:
      return ''
  }
}
