import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import type { DraftVariable } from '../state/variable-texts.ts'

interface TextFieldProps {
  field: keyof DraftVariable
  label: string
  value: string
  problem?: string
  hint?: string
  isRequired?: boolean
  isFirst?: boolean
  onChange: (value: string) => void
}

export function TextField(props: TextFieldProps) {
  const { field, label, value, problem = '', hint = '', isRequired = false, isFirst = false, onChange } = props
  const id = `variable-${field}`
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        value={value}
        isRequired={isRequired}
        autoFocus={isFirst}
        autoComplete="off"
        spellCheck={false}
        validated={problem === '' ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        onChange={(_event, typed) => onChange(typed)}
      />
      <FieldText id={`${id}-help`} problem={problem} hint={hint} />
    </FormGroup>
  )
}

interface ChoiceFieldProps<Choice extends string> {
  field: keyof DraftVariable
  label: string
  choices: readonly Choice[]
  nameOf?: (choice: Choice) => string
  value: Choice
  onChange: (choice: Choice) => void
}

export function ChoiceField<Choice extends string>(props: ChoiceFieldProps<Choice>) {
  const { field, label, choices, nameOf = (choice) => choice, value, onChange } = props
  const id = `variable-${field}`
  const choose = (chosen: string) => onChange(choices.find((choice) => choice === chosen) ?? value)
  return (
    <FormGroup label={label} fieldId={id}>
      <FormSelect id={id} value={value} onChange={(_event, chosen) => choose(chosen)}>
        {choices.map((choice) => (
          <FormSelectOption key={choice} value={choice} label={nameOf(choice)} />
        ))}
      </FormSelect>
    </FormGroup>
  )
}

const RULES = {
  required: ['Required', 'A value has to be given when a cluster is deployed.'],
  immutable: ['Read-only', 'The default is the value, and cannot be changed.'],
  hidden: ['Hidden', 'Nobody is asked for it.'],
  isSensitive: ['Sensitive', 'Its values are not shown, and masked when the profile is exported.'],
} as const

interface RuleChecksProps {
  variable: DraftVariable
  onChange: (fields: Partial<DraftVariable>) => void
}

export function RuleChecks({ variable, onChange }: RuleChecksProps) {
  const fields = ['required', 'immutable', 'hidden', 'isSensitive'] as const
  return (
    <FormGroup role="group" isStack label="Rules" fieldId="variable-rules">
      {fields.map((field) => (
        <Checkbox
          key={field}
          id={`variable-${field}`}
          label={RULES[field][0]}
          description={RULES[field][1]}
          isChecked={variable[field]}
          onChange={(_event, isChecked) => onChange({ [field]: isChecked })}
        />
      ))}
    </FormGroup>
  )
}
