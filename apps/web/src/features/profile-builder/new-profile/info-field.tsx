import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'

interface InfoFieldProps {
  label: string
  value: string
  problem?: string
  hint?: string
  /** Of a text of several lines. */
  rows?: number
  isRequired?: boolean
  isFirst?: boolean
  onChange: (value: string) => void
}

export function InfoField(props: InfoFieldProps) {
  const { label, value, problem = '', hint = '', rows, isRequired = false, isFirst = false, onChange } = props
  const id = `new-${label.toLowerCase()}`
  const field = {
    id,
    value,
    autoFocus: isFirst,
    validated: problem === '' ? ('default' as const) : ('error' as const),
    'aria-describedby': `${id}-help`,
  }
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      {rows === undefined ? (
        <TextInput
          {...field}
          isRequired={isRequired}
          autoComplete="off"
          onChange={(_event, typed) => onChange(typed)}
        />
      ) : (
        <TextArea
          {...field}
          rows={rows}
          resizeOrientation="vertical"
          spellCheck={false}
          onChange={(_event, typed) => onChange(typed)}
        />
      )}
      <FieldText id={`${id}-help`} problem={problem} hint={hint} />
    </FormGroup>
  )
}
