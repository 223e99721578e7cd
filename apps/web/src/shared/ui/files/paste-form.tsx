import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { type ClipboardEvent, type SyntheticEvent, useState } from 'react'
import { TextField } from '../forms/text-field.tsx'

interface PasteFormProps {
  onText: (text: string) => void
  onCancel: () => void
}

/** A field for a pasted profile, which is read at once. */
export function PasteForm({ onText, onCancel }: PasteFormProps) {
  const [text, setText] = useState('')
  const handlePaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text')
    if (text !== '' || pasted === '') return
    event.preventDefault()
    onText(pasted)
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onText(text)
  }
  return (
    <Form onSubmit={handleSubmit}>
      <TextField
        id="pasted-profile"
        label="Profile as JSON or YAML"
        value={text}
        autoFocus
        spellCheck={false}
        onPaste={handlePaste}
        rows={6}
        onChange={setText}
      />
      <ActionGroup>
        <Button type="submit" variant="secondary" isDisabled={text.trim() === ''}>
          Read it
        </Button>
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      </ActionGroup>
    </Form>
  )
}
