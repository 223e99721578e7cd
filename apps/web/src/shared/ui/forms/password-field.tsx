import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { InputGroup, InputGroupItem } from '@patternfly/react-core/dist/dynamic/components/InputGroup'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { EyeIcon } from '@patternfly/react-icons/dist/esm/icons/eye-icon'
import { EyeSlashIcon } from '@patternfly/react-icons/dist/esm/icons/eye-slash-icon'
import { type ClipboardEvent, useState } from 'react'
import './password-field.css'

interface PasswordFieldProps {
  id: string
  label: string
  value: string
  /** Id of the text that describes its problem. */
  describedBy?: string
  hasProblem?: boolean
  /** Whether a pasted key keeps its line breaks. */
  takesLines?: boolean
  onChange: (value: string) => void
}

/** A secret field: hidden unless the user asks to see it, and never offered to the browser's password store. */
export function PasswordField({
  id,
  label,
  value,
  describedBy,
  hasProblem = false,
  takesLines = false,
  onChange,
}: PasswordFieldProps) {
  const [isShown, setIsShown] = useState(false)
  const [wasPasted, setWasPasted] = useState(false)
  const given = {
    id,
    'aria-label': label,
    'aria-describedby': describedBy,
    validated: hasProblem ? 'error' : 'default',
    autoComplete: 'off',
    'data-1p-ignore': true,
    spellCheck: false,
    value,
  } as const

  // A single-line field would replace the line breaks by spaces, which breaks a key.
  const handlePaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text')
    if (!takesLines || !/[\r\n]/.test(pasted.trim())) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    setWasPasted(true)
    onChange(value.slice(0, selectionStart ?? 0) + pasted + value.slice(selectionEnd ?? value.length))
  }
  return (
    <InputGroup>
      <InputGroupItem isFill>
        {takesLines && (wasPasted || value.includes('\n')) ? (
          <TextArea
            {...given}
            // The field that had the focus has been replaced.
            autoFocus={wasPasted}
            rows={6}
            resizeOrientation="vertical"
            className={isShown ? 'wb-lines' : 'wb-lines wb-lines--hidden'}
            onChange={(_event, typed) => onChange(typed)}
          />
        ) : (
          <TextInput
            {...given}
            type={isShown ? 'text' : 'password'}
            onPaste={handlePaste}
            onChange={(_event, typed) => onChange(typed)}
          />
        )}
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
