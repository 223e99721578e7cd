import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { useState } from 'react'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import type { DraftVariable } from '../state/variable-texts.ts'
import { whyNotValue } from './variable-problems.ts'

/** Holds a value to format, options and pattern as a deployment would; it is kept nowhere. */
export function TryValue({ variable }: { variable: DraftVariable }) {
  const [value, setValue] = useState<string | null>(null)
  const problem = value === null ? '' : whyNotValue(variable, value)
  const hint = value === null ? 'Type a value as a deployment would pass it.' : 'This value is accepted.'
  return (
    <FormGroup label="Try a value" fieldId="variable-try">
      <TextInput
        id="variable-try"
        value={value ?? ''}
        autoComplete="off"
        spellCheck={false}
        validated={problem !== '' ? 'error' : value === null ? 'default' : 'success'}
        aria-describedby="variable-try-help"
        onChange={(_event, typed) => setValue(typed)}
      />
      <FieldText id="variable-try-help" problem={problem} hint={hint} />
    </FormGroup>
  )
}
