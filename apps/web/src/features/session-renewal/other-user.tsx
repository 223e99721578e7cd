import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { api } from '@waybill/api-client'
import { useAnswer } from '../../shared/http/use-answer.ts'
import { ANONYMOUS } from '../../shared/http/connection.ts'
import { askToSignIn, type PageUser, putAside } from '../../shared/session/page-session.ts'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { useEscape } from './use-escape.ts'
import { useRenewedElsewhere } from './use-renewed-elsewhere.ts'

const handleClose = () => putAside(true)

/** Another tab signed in as somebody else: this page sends nothing on their behalf. */
export function OtherUser({ user }: { user: PageUser }) {
  const answer = useAnswer((signal) => api.session.get(ANONYMOUS, { signal }), '')
  const other = answer?.ok ? answer.value.user.email : 'the other user'
  useEscape(handleClose)
  useRenewedElsewhere(user)
  const actions = (
    <>
      <Button onClick={askToSignIn}>Sign in again</Button>
      <Button variant="secondary" component="a" href="/">
        Reload the page
      </Button>
    </>
  )
  return (
    <Dialog
      title="Somebody else is signed in now"
      isWarning
      actions={actions}
      closeLabel="Not now"
      onClose={handleClose}
    >
      This page was opened by {user.email}, and this browser is signed in as {other} now. Nothing was sent. Sign in
      again as {user.email} to go on; loading the page anew as {other} loses what was typed here and not saved.
    </Dialog>
  )
}
