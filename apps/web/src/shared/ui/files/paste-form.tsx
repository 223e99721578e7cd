import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { ActionGroup, Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { type ClipboardEvent, type SyntheticEvent, useState } from 'react'

interface PasteFormProps {
  onText: (text: string) => void
  onCancel: () => void
}

/** A field for a pasted profile; what is pasted into it is read at once. */
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
      <FormGroup label="Profile as JSON or YAML" fieldId="pasted-profile">
        <TextArea
          id="pasted-profile"
          autoFocus
          rows={6}
          resizeOrientation="vertical"
          value={text}
          spellCheck={false}
          onChange={(_event, value) => setText(value)}
          onPaste={handlePaste}
        />
      </FormGroup>
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
