import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { ApiError } from '@waybill/api-client'
import { type SyntheticEvent, useState } from 'react'
import { failureLine } from '../messages/failure-text.ts'
import { FieldText } from './field-text.tsx'
import { NO_PASSWORDS, type PasswordDraft, passwordProblems } from './password-problems.ts'
import { showFirstProblem } from './show-first-problem.ts'

interface NewPasswordFormProps {
  /** Whether the present password is asked for. */
  asksCurrent: boolean
  /** Whether it is what the page is for, so that one types at once. */
  isFocused?: boolean
  submitLabel: string
  /** @returns why it was refused; null when it was set */
  send: (draft: PasswordDraft) => Promise<ApiError | null>
}

/** Asks for a new password, twice. */
export function NewPasswordForm({ asksCurrent, isFocused = false, submitLabel, send }: NewPasswordFormProps) {
  const [draft, setDraft] = useState(NO_PASSWORDS)
  const [wasSent, setWasSent] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [isBusy, setIsBusy] = useState(false)
  const problems = passwordProblems(draft, { asksCurrent })
  const handleSubmit = async (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (Object.keys(problems).length > 0) return showFirstProblem()
    setIsBusy(true)
    const refusal = await send(draft)
    setIsBusy(false)
    setError(refusal)
    if (refusal !== null) return
    setDraft(NO_PASSWORDS)
    setWasSent(false)
  }
  const fields = FIELDS.filter(({ name }) => asksCurrent || name !== 'current')
  return (
    <Form onSubmit={(event) => void handleSubmit(event)} noValidate>
      <div role="alert">{error && <Alert component="p" isInline variant="danger" title={failureLine(error)} />}</div>
      {fields.map((field, index) => (
        <PasswordField
          key={field.name}
          {...field}
          value={draft[field.name]}
          autoFocus={isFocused && index === 0}
          problem={wasSent ? (problems[field.name] ?? '') : ''}
          onChange={(value) => setDraft({ ...draft, [field.name]: value })}
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

interface FieldLook {
  name: keyof PasswordDraft
  label: string
  hint: string
  autoComplete: string
}

const FIELDS: readonly FieldLook[] = [
  { name: 'current', label: 'Current password', hint: '', autoComplete: 'current-password' },
  { name: 'next', label: 'New password', hint: 'At least 12 characters.', autoComplete: 'new-password' },
  { name: 'repeated', label: 'New password again', hint: '', autoComplete: 'new-password' },
]

interface PasswordFieldProps extends FieldLook {
  value: string
  autoFocus: boolean
  problem: string
  onChange: (value: string) => void
}

function PasswordField({ name, label, hint, autoComplete, value, autoFocus, problem, onChange }: PasswordFieldProps) {
  const id = `password-${name}`
  return (
    <FormGroup label={label} fieldId={id} isRequired>
      <TextInput
        id={id}
        type="password"
        autoComplete={autoComplete}
        isRequired
        autoFocus={autoFocus}
        value={value}
        validated={problem === '' ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        onChange={(_event, typed) => onChange(typed)}
      />
      <FieldText id={`${id}-help`} problem={problem} hint={hint} />
    </FormGroup>
  )
}
