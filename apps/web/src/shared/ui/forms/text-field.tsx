import { FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput, type TextInputProps } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import type { ClipboardEvent } from 'react'
import { FieldText } from './field-text.tsx'

type TakenOver =
  | 'type'
  | 'isRequired'
  | 'isDisabled'
  | 'autoFocus'
  | 'autoComplete'
  | 'spellCheck'
  | 'maxLength'
  | 'placeholder'
  | 'readOnlyVariant'

interface TextFieldProps extends Pick<TextInputProps, TakenOver> {
  id: string
  label: string
  value: string
  /** The problem with its value. */
  problem?: string
  hint?: string
  /** Whether to show that the value is valid. */
  isRight?: boolean
  /** Makes it a multi-line field with initially this many lines. */
  rows?: number
  onPaste?: (event: ClipboardEvent) => void
  className?: string
  /** Absent if it is read-only. */
  onChange?: (value: string) => void
}

/** A labelled text field, with its problem or else a hint below it. */
export function TextField({
  id,
  label,
  problem,
  hint,
  isRight = false,
  rows,
  className = '',
  onChange,
  ...input
}: TextFieldProps) {
  const hasText = problem !== undefined || hint !== undefined
  const shared = {
    ...input,
    id,
    className,
    validated: problem ? ('error' as const) : isRight ? ('success' as const) : ('default' as const),
    ...(hasText && { 'aria-describedby': `${id}-help` }),
    onChange: (_event: unknown, typed: string) => onChange?.(typed),
  }
  return (
    <FormGroup label={label} fieldId={id} isRequired={input.isRequired ?? false}>
      {rows === undefined ? (
        <TextInput {...shared} />
      ) : (
        <TextArea {...shared} rows={rows} resizeOrientation="vertical" />
      )}
      {hasText ? <FieldText id={`${id}-help`} problem={problem ?? ''} hint={hint ?? ''} /> : null}
    </FormGroup>
  )
}
