import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { api, type ApiError } from '@waybill/api-client'
import { useActionState } from 'react'
import { FormMessage } from '../../../shared/ui/messages/form-message.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { keepNextPage } from './next-page.ts'

interface SsoState {
  typed: string
  error: ApiError | null
  isLeaving: boolean
}

async function submit(_before: SsoState, form: FormData): Promise<SsoState> {
  const given = form.get('email-or-tenant')
  const typed = typeof given === 'string' ? given.trim() : ''
  const result = await api.ssoSessions.start({ baseUrl: '' }, { body: { emailOrTenant: typed } })
  if (!result.ok) return { typed, error: result.error, isLeaving: false }
  keepNextPage()
  window.location.assign(result.value.location)
  return { typed, error: null, isLeaving: true }
}

interface SsoFormProps {
  /** From the address, if a client led here. */
  tenant: string
  onBack: () => void
}

/** Asks only for what is needed to find the provider: tenants are never listed. */
export function SsoForm({ tenant, onBack }: SsoFormProps) {
  const [{ typed, error, isLeaving }, action, isPending] = useActionState(submit, {
    typed: tenant,
    error: null,
    isLeaving: false,
  })
  const isBusy = isPending || isLeaving
  return (
    <Form action={action}>
      <div role="alert">{error && <FormMessage kind="error" text={failureLine(error)} />}</div>
      <FormGroup label="E-mail or name of the tenant" fieldId="email-or-tenant" isRequired>
        <TextInput
          id="email-or-tenant"
          name="email-or-tenant"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          isRequired
          autoFocus
          defaultValue={typed}
        />
      </FormGroup>
      <ActionGroup>
        <Button type="submit" isBlock isDisabled={isBusy} isLoading={isBusy}>
          Go to your identity provider
        </Button>
        <Button variant="link" isBlock isDisabled={isBusy} onClick={onBack}>
          Use a password
        </Button>
      </ActionGroup>
    </Form>
  )
}
