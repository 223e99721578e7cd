import { api } from '@waybill/api-client'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { deviceWords } from './device-words.ts'
import type { OwnSession } from './own-session.ts'

interface EndSessionDialogProps {
  /** Null: all sessions but this one. */
  session: OwnSession | null
  onClose: () => void
}

export function EndSessionDialog({ session, onClose }: EndSessionDialogProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const end = () =>
    session === null
      ? api.ownAccount.endOtherSessions(connection)
      : api.ownAccount.endSession(connection, { params: { uid: session.uid } })
  const said = session === null ? 'You are signed out everywhere else.' : `${deviceWords(session)} is signed out.`
  return (
    <ConfirmDialog
      title={session === null ? 'Sign out everywhere else?' : `Sign out ${deviceWords(session)}?`}
      refusal={error}
      action="Sign out"
      isBusy={isBusy}
      look="primary"
      onConfirm={() => void change(end, said)}
      onClose={onClose}
    >
      <p>
        {session === null ? 'All other browsers and tokens are' : 'It is'} refused at once, and what was not saved there
        is lost. Your password and API keys still work.
      </p>
    </ConfirmDialog>
  )
}
