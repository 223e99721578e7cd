import { useState } from 'react'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import type { DraftVariable } from '../state/variable-texts.ts'

type Option = DraftVariable['options'][number]

interface OptionsFieldProps {
  options: readonly Option[]
  problem: string
  onChange: (options: Option[]) => void
}

/** One option per line: its value, or value and label as in `eu-1 = Europe`. */
export function OptionsField({ options, problem, onChange }: OptionsFieldProps) {
  const [text, setText] = useState(() =>
    options.map(({ value, label }) => (label === '' || label === value ? value : `${value} = ${label}`)).join('\n'),
  )
  const handleChange = (typed: string) => {
    setText(typed)
    onChange(readOptions(typed, options))
  }
  return (
    <TextField
      id="variable-options"
      label="Options"
      value={text}
      problem={problem}
      hint="One per line: its value, or a value and what it is called as in eu-1 = Europe"
      isRequired
      rows={4}
      spellCheck={false}
      onChange={handleChange}
    />
  )
}

/** Description and default are not written in this text; they stay with the option of the same value. */
function readOptions(text: string, before: readonly Option[]): Option[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [value = '', label = value] = line.split(/\s+=\s+/).map((part) => part.trim())
    const known = before.find((option) => option.value === value)
    return { description: '', default: false, ...known, value, label }
  })
}
