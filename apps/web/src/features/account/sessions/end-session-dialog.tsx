import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { endOtherSessions, endSession } from '@waybill/api-client'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { deviceWords } from './device-words.ts'
import type { OwnSession } from './own-session.ts'

interface EndSessionDialogProps {
  /** Null: all but this one. */
  session: OwnSession | null
  onClose: () => void
}

export function EndSessionDialog({ session, onClose }: EndSessionDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, change } = useChange(onClose)
  const end = () => (session === null ? endOtherSessions(connection) : endSession(connection, session.uid))
  const said = session === null ? 'You are signed out everywhere else.' : `${deviceWords(session)} is signed out.`
  const ending = (
    <Button isLoading={isBusy} isDisabled={isBusy} onClick={() => void change(end, said)}>
      Sign out
    </Button>
  )
  return (
    <Dialog
      title={session === null ? 'Sign out everywhere else?' : `Sign out ${deviceWords(session)}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={ending}
      onClose={onClose}
    >
      <p>
        {session === null ? 'All other browsers and tokens are' : 'It is'} refused at once, and what was not saved there
        is lost. Your password and API keys go on working.
      </p>
    </Dialog>
  )
}
