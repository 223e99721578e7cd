import { Radio } from '@patternfly/react-core/dist/dynamic/components/Radio'
import { type ExportFormat, exportFormats, formatNames } from './export-format.ts'

interface FormatChoiceProps {
  format: ExportFormat
  onChange: (format: ExportFormat) => void
}

export function FormatChoice({ format, onChange }: FormatChoiceProps) {
  return (
    <fieldset className="wb-export-formats">
      <legend>Format</legend>
      {exportFormats.map((each) => (
        <Radio
          key={each}
          id={`format-${each}`}
          name="format"
          label={formatNames[each]}
          isChecked={each === format}
          onChange={() => onChange(each)}
        />
      ))}
    </fieldset>
  )
}
