import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { useActionState } from 'react'
import { FormMessage } from '../../shared/ui/messages/form-message.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { TenantChoice } from './tenant-choice.tsx'
import { submitSignIn, type SignInState } from './submit-sign-in.ts'

/** `email` is empty if it is not known yet. */
export function SignInForm({ email }: { email: string }) {
  const start: SignInState = { kind: 'waiting', email }
  const [state, submit, isPending] = useActionState(submitSignIn, start)
  const isBusy = isPending || state.kind === 'signed-in'
  if (state.kind === 'choosing') return <TenantChoice tenants={state.tenants} action={submit} isBusy={isBusy} />
  return (
    <Form action={submit}>
      <div role="alert">{state.kind === 'refused' && <FormMessage kind="error" text={failureLine(state.error)} />}</div>
      <FormGroup label="E-mail" fieldId="email" isRequired>
        <TextInput
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          isRequired
          autoFocus={email === ''}
          defaultValue={'email' in state ? state.email : ''}
        />
      </FormGroup>
      <FormGroup label="Password" fieldId="password" isRequired>
        <TextInput
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          isRequired
          autoFocus={email !== ''}
        />
      </FormGroup>
      <ActionGroup>
        <Button type="submit" isBlock isDisabled={isBusy} isLoading={isBusy}>
          Sign in
        </Button>
      </ActionGroup>
    </Form>
  )
}
