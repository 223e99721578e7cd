import { FormGroup, FormHelperText } from '@patternfly/react-core/dist/dynamic/components/Form'
import { HelperText, HelperTextItem } from '@patternfly/react-core/dist/dynamic/components/HelperText'
import { useId } from 'react'
import { PasswordField } from '../../../shared/ui/forms/password-field.tsx'
import { type EmptyPlace, placeHint, placeName } from './empty-places.ts'

interface EmptyValueFieldProps {
  place: EmptyPlace
  value: string
  /** Absent for who may not fill it. */
  onChange?: (value: string) => void
}

/** One place: what it is called, where it stands, and what is to stand there. */
export function EmptyValueField({ place, value, onChange }: EmptyValueFieldProps) {
  const id = useId()
  const hint = <span id={`${id}-hint`}>{placeHint(place)}</span>
  if (onChange === undefined) {
    return (
      <p className="wb-empty-value">
        {place.path} <small>{hint}</small>
      </p>
    )
  }
  return (
    <FormGroup label={<span className="wb-empty-value">{place.path}</span>} fieldId={id}>
      <PasswordField id={id} label={placeName(place)} value={value} describedBy={`${id}-hint`} onChange={onChange} />
      <FormHelperText>
        <HelperText>
          <HelperTextItem>{hint}</HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  )
}
