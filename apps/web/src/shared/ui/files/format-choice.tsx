import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { useId } from 'react'
import './format-choice.css'

export interface FormatOption<Format extends string> {
  format: Format
  label: string
  hint?: string
}

interface FormatChoiceProps<Format extends string> {
  options: readonly FormatOption<Format>[]
  format: Format
  isDisabled?: boolean
  onChange: (format: Format) => void
}

/** The format of a file. */
export function FormatChoice<Format extends string>({
  options,
  format,
  isDisabled = false,
  onChange,
}: FormatChoiceProps<Format>) {
  const name = useId()
  return (
    <fieldset className="wb-formats" data-explained={options.some(({ hint }) => hint)}>
      <legend>Format</legend>
      {options.map(({ format: each, label, hint }) => (
        <Radio
          key={each}
          id={`${name}-${each}`}
          name={name}
          label={label}
          description={hint}
          isChecked={each === format}
          isDisabled={isDisabled}
          onChange={() => onChange(each)}
        />
      ))}
    </fieldset>
  )
}
