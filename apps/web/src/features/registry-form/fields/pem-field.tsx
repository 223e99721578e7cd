import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
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
  const id = `registry-${field}`
  const problem = form.problems[field] ?? ''
  return (
    <FormGroup label={label} fieldId={id}>
      <PemArea
        id={id}
        value={form.draft[field]}
        hasProblem={problem !== ''}
        onChange={(value) => form.change({ [field]: value })}
      />
      <FieldText id={`${id}-help`} problem={problem} hint={hint} />
    </FormGroup>
  )
}
