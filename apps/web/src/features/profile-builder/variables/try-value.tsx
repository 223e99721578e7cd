import { useState } from 'react'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import type { DraftVariable } from '../state/variable-texts.ts'
import { whyNotValue } from './variable-problems.ts'

/** Checks a value against format, options and pattern as a deployment would; it is not stored. */
export function TryValue({ variable }: { variable: DraftVariable }) {
  const [value, setValue] = useState<string | null>(null)
  const problem = value === null ? '' : whyNotValue(variable, value)
  const hint = value === null ? 'Type a value as a deployment would pass it.' : 'This value is accepted.'
  return (
    <TextField
      id="variable-try"
      label="Try a value"
      value={value ?? ''}
      problem={problem}
      hint={hint}
      isRight={value !== null}
      autoComplete="off"
      spellCheck={false}
      onChange={setValue}
    />
  )
}
