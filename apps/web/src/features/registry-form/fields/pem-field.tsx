import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import type { DraftForm } from '../draft/use-registry-draft.ts'

interface PemAreaProps {
  id: string
  value: string
  hasProblem: boolean
  onChange: (value: string) => void
}

export function PemArea({ id, value, hasProblem, onChange }: PemAreaProps) {
  return (
    <TextArea
      id={id}
      value={value}
      rows={4}
      resizeOrientation="vertical"
      className="wb-pem"
      autoComplete="off"
      spellCheck={false}
      validated={hasProblem ? 'error' : 'default'}
      aria-describedby={`${id}-help`}
      onChange={(_event, typed) => onChange(typed)}
    />
  )
}

interface PemFieldProps {
  form: DraftForm
  field: 'ca' | 'certificate'
  label: string
  hint: string
}

export function PemField({ form, field, label, hint }: PemFieldProps) {
  return (
    <TextField
      id={`registry-${field}`}
      label={label}
      value={form.draft[field]}
      problem={form.problems[field] ?? ''}
      hint={hint}
      rows={4}
      className="wb-pem"
      autoComplete="off"
      spellCheck={false}
      onChange={(value) => form.change({ [field]: value })}
    />
  )
}
