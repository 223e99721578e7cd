import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import {
  FormSelect,
  FormSelectOption,
  type FormSelectProps,
} from '@patternfly/react-core/dist/dynamic/components/FormSelect'

interface ChoiceFieldProps<Choice extends string> extends Pick<
  FormSelectProps,
  'name' | 'isDisabled' | 'isRequired' | 'validated'
> {
  id: string
  label: string
  choices: readonly Choice[]
  /** A choice as displayed. */
  nameOf?: (choice: Choice) => string
  value: Choice | ''
  onChange: (choice: Choice) => void
}

/** A labelled field with a few choices. */
export function ChoiceField<Choice extends string>({
  id,
  label,
  choices,
  nameOf = (choice) => choice,
  onChange,
  ...select
}: ChoiceFieldProps<Choice>) {
  const choose = (chosen: string) => {
    const choice = choices.find((each) => each === chosen)
    if (choice !== undefined) onChange(choice)
  }
  return (
    <FormGroup label={label} fieldId={id} isRequired={select.isRequired ?? false}>
      <FormSelect id={id} {...select} onChange={(_event, chosen) => choose(chosen)}>
        {choices.map((choice) => (
          <FormSelectOption key={choice} value={choice} label={nameOf(choice)} />
        ))}
      </FormSelect>
    </FormGroup>
  )
}
