import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { DraftVariable } from '../state/variable-texts.ts'

interface DefaultFieldProps {
  variable: DraftVariable
  label?: string
  id?: string
  isWrong?: boolean
  onChange: (value: string) => void
}

/** A field for a variable's value that suits its input type; sensitive values are hidden. */
export function DefaultField(props: DefaultFieldProps) {
  const { variable, label, id = `default-${variable.name}`, isWrong = false, onChange } = props
  const { inputType, options, defaultValue, isSensitive } = variable
  const shared = {
    id,
    ...(label !== undefined && { 'aria-label': label }),
    value: defaultValue,
    validated: isWrong ? ('error' as const) : ('default' as const),
  }
  if (inputType === 'dropdown') {
    const isKnown = defaultValue === '' || options.some(({ value }) => value === defaultValue)
    return (
      <FormSelect {...shared} onChange={(_event, chosen) => onChange(chosen)}>
        <FormSelectOption value="" label="None" />
        {!isKnown && <FormSelectOption value={defaultValue} label={defaultValue} />}
        {options.map((option) => (
          <FormSelectOption key={option.value} value={option.value} label={option.label || option.value} />
        ))}
      </FormSelect>
    )
  }
  if (inputType === 'multiline' && !isSensitive) {
    return <TextArea {...shared} rows={2} resizeOrientation="vertical" onChange={(_event, typed) => onChange(typed)} />
  }
  return (
    <TextInput
      {...shared}
      type={isSensitive ? 'password' : 'text'}
      autoComplete={isSensitive ? 'new-password' : 'off'}
      spellCheck={false}
      onChange={(_event, typed) => onChange(typed)}
    />
  )
}
