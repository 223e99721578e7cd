import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import type { FieldName } from '../draft/draft-problems.ts'
import type { DraftForm } from '../draft/use-registry-draft.ts'

interface RegistryTextFieldProps {
  form: DraftForm
  field: Extract<FieldName, 'name' | 'endpoint' | 'basePath' | 'baseContentPath' | 'username' | 'region' | 'accessKey'>
  label: string
  hint?: string
  placeholder?: string
  isRequired?: boolean
  hasFocus?: boolean
}

/** One line of text of the draft, with what is wrong with it. */
export function RegistryTextField({
  form,
  field,
  label,
  hint = '',
  placeholder,
  isRequired = false,
  hasFocus = false,
}: RegistryTextFieldProps) {
  const id = `registry-${field}`
  const problem = form.problems[field] ?? ''
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        value={form.draft[field]}
        placeholder={placeholder ?? ''}
        autoComplete="off"
        spellCheck={false}
        isRequired={isRequired}
        autoFocus={hasFocus}
        validated={problem === '' ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        onChange={(_event, value) => form.change({ [field]: value })}
      />
      <FieldText id={`${id}-help`} problem={problem} hint={hint} />
    </FormGroup>
  )
}
