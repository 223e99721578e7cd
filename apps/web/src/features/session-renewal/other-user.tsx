import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { api } from '@waybill/api-client'
import { useEffect, useState } from 'react'
import { ANONYMOUS } from '../../shared/http/connection.ts'
import { askToSignIn, type PageUser, putAside } from '../../shared/session/session-renewal.ts'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { useEscape } from './use-escape.ts'
import { useRenewedElsewhere } from './use-renewed-elsewhere.ts'

const handleClose = () => putAside(true)

/** Another tab signed somebody else in: nothing of this page is sent in their name. */
export function OtherUser({ user }: { user: PageUser }) {
  const other = useOther()
  useEscape(handleClose)
  useRenewedElsewhere(user)
  const actions = (
    <>
      <Button onClick={askToSignIn}>Sign in again</Button>
      <Button variant="secondary" component="a" href="/">
        Load the page anew
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

function useOther(): string {
  const [email, setEmail] = useState('the other user')
  useEffect(() => {
    const abort = new AbortController()
    void api.session.get(ANONYMOUS, { signal: abort.signal }).then((result) => {
      if (result.ok && !abort.signal.aborted) setEmail(result.value.user.email)
    })
    return () => abort.abort()
  }, [])
  return email
}
