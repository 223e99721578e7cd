import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { useId } from 'react'
import { secretProblem } from '../../../shared/secrets/secret-problem.ts'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { PasswordField } from '../../../shared/ui/forms/password-field.tsx'
import { type EmptyPlace, placeHint, placeName } from './empty-places.ts'

interface EmptyValueFieldProps {
  place: EmptyPlace
  value: string
  /** Absent for users who may not fill it. */
  onChange?: (value: string) => void
}

/** One place: its name, its location, and a field for its value. */
export function EmptyValueField({ place, value, onChange }: EmptyValueFieldProps) {
  const id = useId()
  if (onChange === undefined) {
    return (
      <p className="wb-empty-value">
        {place.path} <small>{placeHint(place)}</small>
      </p>
    )
  }
  const problem = secretProblem(value)
  return (
    <FormGroup label={<span className="wb-empty-value">{place.path}</span>} fieldId={id}>
      <PasswordField
        id={id}
        label={placeName(place)}
        takesLines
        value={value}
        describedBy={`${id}-hint`}
        hasProblem={problem !== ''}
        onChange={onChange}
      />
      <FieldText id={`${id}-hint`} problem={problem} hint={placeHint(place)} />
    </FormGroup>
  )
}
