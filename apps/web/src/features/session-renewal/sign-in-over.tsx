import { api } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { useState } from 'react'
import { ANONYMOUS } from '../../shared/http/connection.ts'
import { endRenewal, putAside } from '../../shared/session/page-session.ts'
import { FormDialog } from '../../shared/ui/dialogs/form-dialog.tsx'
import { useSending } from '../../shared/ui/sending/use-sending.ts'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { useEscape } from './use-escape.ts'
import { useRenewedElsewhere } from './use-renewed-elsewhere.ts'

const handleClose = () => putAside(true)

/** Asks the page's user for their password, and then sends the waiting requests. */
export function SignInOver({ session: { user, tenant } }: { session: SessionBody }) {
  const [password, setPassword] = useState('')
  const { isBusy, error, send } = useSending()
  useEscape(handleClose)
  useRenewedElsewhere(user)
  const body = { email: user.email, password, tenant: tenant.name }
  const handleSubmit = () => send(() => api.session.signIn(ANONYMOUS, { body }), endRenewal)
  return (
    <FormDialog
      title="Sign in again to go on"
      refusal={error}
      action="Sign in"
      isBusy={isBusy}
      asksForMissing
      onSubmit={() => void handleSubmit()}
      closeLabel="Not now"
      onClose={handleClose}
    >
      <p>Your session has ended. Everything on the page is kept.</p>
      <TextField
        id="sign-in-again-email"
        label="E-mail"
        type="email"
        value={user.email}
        autoComplete="username"
        readOnlyVariant="default"
      />
      <TextField
        id="sign-in-again-password"
        label="Password"
        type="password"
        value={password}
        autoComplete="current-password"
        isRequired
        autoFocus
        onChange={setPassword}
      />
      <p>
        Without a password,{' '}
        <a href="/login" target="_blank" rel="noreferrer">
          sign in in another tab
        </a>{' '}
        and come back.
      </p>
    </FormDialog>
  )
}
