import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { InputGroup, InputGroupItem } from '@patternfly/react-core/dist/dynamic/components/InputGroup'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { EyeIcon } from '@patternfly/react-icons/dist/esm/icons/eye-icon'
import { EyeSlashIcon } from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon'
import { useState } from 'react'

interface PasswordFieldProps {
  id: string
  label: string
  value: string
  /** Id of the text that says what is wrong with it. */
  describedBy?: string
  hasProblem?: boolean
  onChange: (value: string) => void
}

/** A secret to type: hidden unless asked for, and never offered to the browser's password store. */
export function PasswordField({ id, label, value, describedBy, hasProblem = false, onChange }: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false)
  return (
    <InputGroup>
      <InputGroupItem isFill>
        <TextInput
          id={id}
          type={isShown ? 'text' : 'password'}
          aria-label={label}
          aria-describedby={describedBy}
          validated={hasProblem ? 'error' : 'default'}
          autoComplete="off"
          data-1p-ignore
          spellCheck={false}
          value={value}
          onChange={(_event, typed) => onChange(typed)}
        />
      </InputGroupItem>
      <InputGroupItem>
        <Button
          variant="control"
          aria-label={isShown ? `Hide ${label}` : `Show ${label}`}
          aria-pressed={isShown}
          icon={isShown ? <EyeSlashIcon /> : <EyeIcon />}
          onClick={() => setIsShown(!isShown)}
        />
      </InputGroupItem>
    </InputGroup>
  )
}
