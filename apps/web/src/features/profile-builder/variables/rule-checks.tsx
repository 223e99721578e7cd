import { Checkbox } from '@patternfly/react-core/dist/dynamic/components/Checkbox'
import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import type { DraftVariable } from '../state/variable-texts.ts'

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
