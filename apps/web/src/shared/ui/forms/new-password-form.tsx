import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import type { ApiError } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { failureLine } from '../messages/failure-text.ts'
import { FormMessage } from '../messages/form-message.tsx'
import { useOnceAtATime } from '../sending/use-once-at-a-time.ts'
import { NO_PASSWORDS, type PasswordDraft, passwordProblems } from './password-problems.ts'
import { showFirstProblem } from './show-first-problem.ts'
import { TextField } from './text-field.tsx'

interface NewPasswordFormProps {
  /** Whether to ask for the current password. */
  asksCurrent: boolean
  /** Whether it is the main content of the page, so that it gets the focus. */
  isFocused?: boolean
  submitLabel: string
  /** @returns why it was refused; null if it was set */
  send: (draft: PasswordDraft) => Promise<ApiError | null>
}

/** Asks for a new password, twice. */
export function NewPasswordForm({ asksCurrent, isFocused = false, submitLabel, send }: NewPasswordFormProps) {
  const [draft, setDraft] = useState(NO_PASSWORDS)
  const [wasSent, setWasSent] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const { isBusy, once } = useOnceAtATime()
  const problems = passwordProblems(draft, { asksCurrent })
  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (Object.keys(problems).length > 0) return showFirstProblem()
    await once(async () => {
      const refusal = await send(draft)
      setError(refusal)
      if (refusal !== null) return
      setDraft(NO_PASSWORDS)
      setWasSent(false)
    })
  }
  const fields = FIELDS.filter(({ name }) => asksCurrent || name !== 'current')
  return (
    <Form onSubmit={(event) => void handleSubmit(event)} noValidate>
      <div role="alert">{error && <FormMessage kind="error" text={failureLine(error)} />}</div>
      {fields.map(({ name, ...look }, index) => (
        <TextField
          key={name}
          {...look}
          id={`password-${name}`}
          type="password"
          isRequired
          value={draft[name]}
          autoFocus={isFocused && index === 0}
          problem={wasSent ? (problems[name] ?? '') : ''}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <ActionGroup>
        <Button type="submit" isDisabled={isBusy} isLoading={isBusy}>
          {submitLabel}
        </Button>
      </ActionGroup>
    </Form>
  )
}

const FIELDS = [
  { name: 'current', label: 'Current password', hint: '', autoComplete: 'current-password' },
  {
    name: 'next',
    label: 'New password',
    hint: 'At least 12 characters: several words are best.',
    autoComplete: 'new-password',
  },
  { name: 'repeated', label: 'New password again', hint: '', autoComplete: 'new-password' },
] as const
