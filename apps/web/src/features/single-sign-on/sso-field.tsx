import { TextField } from '../../shared/ui/forms/text-field.tsx'
import type { SsoDraft } from './sso-draft.ts'
import type { SsoForm } from './use-sso-form.ts'

type TypedField = { [Name in keyof SsoDraft]: SsoDraft[Name] extends string ? Name : never }[keyof SsoDraft]

interface SsoFieldProps {
  form: SsoForm
  name: TypedField
  label: string
  hint?: string
  isRequired?: boolean
  isSecret?: boolean
  isLong?: boolean
}

/** A text field for one setting. */
export function SsoField({
  form: { draft, problems, change },
  name,
  label,
  hint = '',
  isRequired = false,
  isSecret = false,
  isLong = false,
}: SsoFieldProps) {
  return (
    <TextField
      id={`sso-${name}`}
      label={label}
      value={draft[name]}
      problem={problems[name] ?? ''}
      hint={hint}
      isRequired={isRequired}
      spellCheck={false}
      {...(isLong ? { rows: 4 } : { autoComplete: 'off', type: isSecret ? 'password' : 'text' })}
      data-1p-ignore
      onChange={(value) => change({ [name]: value })}
    />
  )
}
