import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import type { SsoDraft } from './sso-draft.ts'
import type { SsoForm } from './use-sso-form.ts'

type TextField = { [Name in keyof SsoDraft]: SsoDraft[Name] extends string ? Name : never }[keyof SsoDraft]

interface SsoFieldProps {
  form: SsoForm
  name: TextField
  label: string
  hint?: string
  isRequired?: boolean
  isSecret?: boolean
  isLong?: boolean
}

/** One setting that is typed. */
export function SsoField({
  form: { draft, problems, change },
  name,
  label,
  hint = '',
  isRequired = false,
  isSecret = false,
  isLong = false,
}: SsoFieldProps) {
  const id = `sso-${name}`
  const problem = (Object.hasOwn(problems, name) && Reflect.get(problems, name)) || ''
  const shared = {
    id,
    value: draft[name],
    isRequired,
    spellCheck: false,
    'aria-describedby': `${id}-help`,
    validated: problem === '' ? ('default' as const) : ('error' as const),
    onChange: (_event: unknown, value: string) => change({ [name]: value }),
  }
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      {isLong ? (
        <TextArea {...shared} rows={4} resizeOrientation="vertical" />
      ) : (
        <TextInput {...shared} autoComplete="off" type={isSecret ? 'password' : 'text'} data-1p-ignore />
      )}
      <FieldText id={`${id}-help`} problem={String(problem)} hint={hint} />
    </FormGroup>
  )
}
