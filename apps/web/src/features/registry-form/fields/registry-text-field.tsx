import type { ComponentProps } from 'react'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import type { FieldName } from '../draft/draft-problems.ts'
import type { DraftForm } from '../draft/use-registry-draft.ts'

interface RegistryTextFieldProps extends Pick<
  ComponentProps<typeof TextField>,
  'label' | 'hint' | 'placeholder' | 'isRequired' | 'rows' | 'className'
> {
  form: DraftForm
  field: Exclude<FieldName, 'password' | 'token' | 'key' | 'secretKey'>
}

/** A text field of the draft with its problem. */
export function RegistryTextField({ form, field, ...look }: RegistryTextFieldProps) {
  return (
    <TextField
      {...look}
      id={`registry-${field}`}
      value={form.draft[field]}
      problem={form.problems[field] ?? ''}
      autoComplete="off"
      spellCheck={false}
      onChange={(value) => form.change({ [field]: value })}
    />
  )
}
