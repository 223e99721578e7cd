import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Label } from '@patternfly/react-core/dist/dynamic/components/Label'
import { Progress } from '@patternfly/react-core/dist/dynamic/components/Progress'
import { type ConsoleRegistryBody, syncFaultWords } from '@waybill/api-contract'
import { countsText, foundText, percentDone, type SyncRun } from '../../../shared/registries/sync/sync-words.ts'
import { stateLook } from './registry-rows.ts'

interface RegistryStateProps {
  registry: ConsoleRegistryBody
  onShowRuns: () => void
}

/** The state of the newest sync: label, progress, result, and why it failed. */
export function RegistryState({ registry, onShowRuns }: RegistryStateProps) {
  const { sync, name } = registry
  const { label, color } = stateLook(registry)
  return (
    <div className="wb-registry-state">
      <Label isCompact color={color}>
        {label}
      </Label>
      {sync?.state === 'running' ? <RunProgress run={sync} name={name} /> : null}
      {sync?.state === 'failed' ? <p>{syncFaultWords(sync.reason)}</p> : null}
      {sync && sync.state !== 'queued' ? (
        <p className="wb-registry-counts">
          {countsText(sync)}{' '}
          {sync.failed > 0 ? (
            <Button variant="link" isInline onClick={onShowRuns} aria-label={`Why versions of ${name} failed`}>
              Why
            </Button>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

function RunProgress({ run, name }: { run: SyncRun; name: string }) {
  const percent = percentDone(run)
  return percent === null ? (
    <p>{foundText(run)}</p>
  ) : (
    <Progress
      value={percent}
      label={foundText(run)}
      valueText={foundText(run)}
      size="sm"
      measureLocation="top"
      aria-label={`Sync of ${name}`}
      title=""
    />
  )
}
