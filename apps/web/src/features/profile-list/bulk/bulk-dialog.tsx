import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Progress } from '@patternfly/react-core/dist/dynamic/components/Progress'
import type { ReactNode } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { counted } from '../../../shared/ui/words/amounts.ts'
import { NameList } from './name-list.tsx'
import type { ListedProfile } from './selection.ts'
import type { BulkRun } from './use-bulk-run.ts'

interface BulkDialogProps {
  title: string
  /** `Publish` */
  action: string
  profiles: readonly ListedProfile[]
  leftOut: readonly ListedProfile[]
  run: BulkRun
  isReady?: boolean
  /** Further inputs below the names. */
  children: ReactNode
  onStart: () => void
  onClose: () => void
}

/**
 * Asks for confirmation with all names, shows the progress, and what failed and why. Closing it stops before the next
 * profile.
 */
export function BulkDialog({
  title,
  action,
  profiles,
  leftOut,
  run,
  isReady = true,
  children,
  onStart,
  onClose,
}: BulkDialogProps) {
  const { state } = run
  const starting = (
    <Button isDisabled={!isReady || state.phase === 'running'} isLoading={state.phase === 'running'} onClick={onStart}>
      {`${action} ${counted(profiles.length, 'profile')}`}
    </Button>
  )
  const close = () => {
    run.stop()
    onClose()
  }
  return (
    <Dialog
      title={title}
      actions={state.phase === 'done' ? undefined : starting}
      closeLabel={state.phase === 'asking' ? 'Cancel' : state.phase === 'running' ? 'Stop' : 'Close'}
      isScrolled
      onClose={close}
    >
      {state.phase === 'asking' ? (
        <>
          {children}
          <NameList profiles={profiles} leftOut={leftOut} />
        </>
      ) : null}
      {state.phase === 'running' ? (
        <Progress
          title={title}
          value={state.done}
          max={profiles.length}
          label={`${state.done} of ${profiles.length}`}
          valueText={`${state.done} of ${profiles.length}`}
          measureLocation="outside"
        />
      ) : null}
      {state.phase === 'done' ? (
        <Alert
          isInline
          component="p"
          variant="danger"
          role="alert"
          title={`${state.failures.length} of ${counted(profiles.length, 'profile')} failed.`}
        >
          <ul className="wb-bulk-names">
            {state.failures.map(({ profile, reason }) => (
              <li key={profile.uid}>
                <strong>{profile.title}</strong>: {reason}
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
    </Dialog>
  )
}
