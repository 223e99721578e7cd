import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useActionState, useState } from 'react'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import { showFirstProblem } from '../../shared/ui/forms/show-first-problem.ts'
import { FormMessage } from '../../shared/ui/messages/form-message.tsx'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'
import { TenantChoice } from './tenant-choice.tsx'
import { fieldOf, submitSignIn, type SignInState } from './submit-sign-in.ts'

/** `setOf` is the e-mail of the user who has just set their password; else empty. */
export function SignInForm({ setOf }: { setOf: string }) {
  const start: SignInState = { kind: 'waiting', email: setOf }
  const [state, submit, isPending] = useActionState(submitSignIn, start)
  const [missing, setMissing] = useState<ReadonlySet<string>>()
  const isBusy = isPending || state.kind === 'signed-in'
  if (state.kind === 'choosing') return <TenantChoice tenants={state.tenants} action={submit} isBusy={isBusy} />
  const handleSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    const typed = new FormData(event.currentTarget)
    const empty = new Set(['email', 'password'].filter((name) => fieldOf(typed, name).trim() === ''))
    setMissing(empty)
    if (empty.size === 0) return
    // Also keeps what is typed: an action resets the form.
    event.preventDefault()
    showFirstProblem()
  }
  return (
    <Form action={submit} onSubmit={handleSubmit}>
      <div role="status">
        {setOf !== '' && missing === undefined && <FormMessage kind="success" text="Your password is set." />}
      </div>
      <div role="alert">{state.kind === 'refused' && <FormMessage kind="error" text={failureLine(state.error)} />}</div>
      {FIELDS.map(({ name, label, problem, ...look }) => {
        const isMissing = missing?.has(name) ?? false
        return (
          <FormGroup key={name} label={label} fieldId={name} isRequired>
            <TextInput
              {...look}
              id={name}
              name={name}
              isRequired
              autoFocus={(name === 'email') === (setOf === '')}
              defaultValue={name === 'email' && 'email' in state ? state.email : ''}
              validated={isMissing ? 'error' : 'default'}
              aria-describedby={`${name}-help`}
            />
            <FieldText id={`${name}-help`} problem={isMissing ? problem : ''} />
          </FormGroup>
        )
      })}
      <ActionGroup>
        <Button type="submit" isBlock isDisabled={isBusy} isLoading={isBusy}>
          Sign in
        </Button>
      </ActionGroup>
    </Form>
  )
}

const FIELDS = [
  { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'username', problem: 'Enter your e-mail.' },
  {
    name: 'password',
    label: 'Password',
    type: 'password',
    autoComplete: 'current-password',
    problem: 'Enter your password.',
  },
] as const
