import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import type { SecretDraft } from '../../../shared/registries/draft/registry-draft.ts'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { PasswordField } from '../../../shared/ui/forms/password-field.tsx'
import type { DraftForm } from '../draft/use-registry-draft.ts'

interface SecretFieldProps {
  form: DraftForm
  /** The initial state: whether a secret is stored. */
  stored: SecretDraft
  field: 'password' | 'token' | 'key' | 'secretKey'
  label: string
}

/** A secret field: the stored secret is never shown, only kept or replaced. */
export function SecretField({ form, stored, field, label }: SecretFieldProps) {
  const id = `registry-${field}`
  const secret = form.draft[field]
  const problem = form.problems[field] ?? ''
  const set = (value: SecretDraft) => form.change({ [field]: value })
  if (secret.isKept) {
    return (
      <FormGroup label={label} role="group">
        <span className="wb-stored-secret">
          Stored, not shown{' '}
          <Button
            variant="link"
            isInline
            aria-label={`Replace ${label.toLowerCase()}`}
            onClick={() => set({ isKept: false, value: '' })}
          >
            Replace
          </Button>
        </span>
        <FieldText id={`${id}-help`} problem={problem} />
      </FormGroup>
    )
  }
  const type = (value: string) => set({ isKept: false, value })
  return (
    <FormGroup label={label} fieldId={id} isRequired={field !== 'key'}>
      {field === 'key' ? (
        <TextArea
          id={id}
          value={secret.value}
          rows={4}
          resizeOrientation="vertical"
          className="wb-pem"
          autoComplete="off"
          spellCheck={false}
          validated={problem === '' ? 'default' : 'error'}
          aria-describedby={`${id}-help`}
          onChange={(_event, typed) => type(typed)}
        />
      ) : (
        <PasswordField
          id={id}
          label={label}
          value={secret.value}
          describedBy={`${id}-help`}
          hasProblem={problem !== ''}
          onChange={type}
        />
      )}
      <FieldText id={`${id}-help`} problem={problem} />
      {stored.isKept ? (
        <Button variant="link" isInline onClick={() => set(stored)}>
          Keep the stored one
        </Button>
      ) : null}
    </FormGroup>
  )
}
