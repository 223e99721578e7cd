import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type ApiError, signIn } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { ANONYMOUS } from '../../shared/http/connection.ts'
import { endRenewal, type PageUser, putAside, useRenewal } from '../../shared/session/session-renewal.ts'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { useEscape } from './use-escape.ts'
import { useRenewedElsewhere } from './use-renewed-elsewhere.ts'

const FORM = 'sign-in-again'

const handleClose = () => putAside(true)

/** Asks for the password of who opened the page, and sends what waited. */
export function SignInOver({ user }: { user: PageUser }) {
  const [password, setPassword] = useState('')
  const tenant = useRenewal(({ session }) => session?.tenant.name)
  const [error, setError] = useState<ApiError | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  useEscape(handleClose)
  useRenewedElsewhere(user)
  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setIsBusy(true)
    const result = await signIn(ANONYMOUS, { email: user.email, password, ...(tenant && { tenant }) })
    setIsBusy(false)
    if (result.ok) endRenewal()
    else setError(result.error)
  }
  const submit = (
    <Button type="submit" form={FORM} isDisabled={isBusy} isLoading={isBusy}>
      Sign in
    </Button>
  )
  return (
    <Dialog
      title="Sign in again to go on"
      refusal={error && failureLine(error)}
      actions={submit}
      closeLabel="Not now"
      onClose={handleClose}
    >
      <p>Your session has ended. Everything on the page is kept.</p>
      <Form id={FORM} onSubmit={(event) => void handleSubmit(event)}>
        <FormGroup label="E-mail" fieldId={`${FORM}-email`}>
          <TextInput
            id={`${FORM}-email`}
            type="email"
            autoComplete="username"
            readOnlyVariant="default"
            value={user.email}
          />
        </FormGroup>
        <FormGroup label="Password" fieldId={`${FORM}-password`} isRequired>
          <TextInput
            id={`${FORM}-password`}
            type="password"
            autoComplete="current-password"
            isRequired
            autoFocus
            value={password}
            onChange={(_event, typed) => setPassword(typed)}
          />
        </FormGroup>
        <p>
          Without a password,{' '}
          <a href="/login" target="_blank" rel="noreferrer">
            sign in in another tab
          </a>{' '}
          and come back.
        </p>
      </Form>
    </Dialog>
  )
}
