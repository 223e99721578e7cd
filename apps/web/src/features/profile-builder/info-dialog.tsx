import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextArea } from '@patternfly/react-core/dist/dynamic/components/TextArea'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../shared/ui/forms/field-text.tsx'
import { INFO } from './state/builder-texts.ts'
import { useBuilder } from './state/builder-store.ts'

/** Name, description and tags, changed together. */
export function InfoDialog({ onClose }: { onClose: () => void }) {
  const texts = useBuilder((state) => state.texts)
  const dispatch = useBuilder((state) => state.dispatch)
  const [name, setName] = useState(texts[INFO.name] ?? '')
  const [description, setDescription] = useState(texts[INFO.description] ?? '')
  const [labels, setLabels] = useState(texts[INFO.labels] ?? '')
  const problem = name.trim() === '' ? 'A profile needs a name.' : ''
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (problem !== '') return
    dispatch({ type: 'write', texts: { [INFO.name]: name, [INFO.description]: description, [INFO.labels]: labels } })
    onClose()
  }
  const taking = (
    <Button type="submit" form="info-form">
      Apply
    </Button>
  )
  return (
    <Dialog title="Edit info" actions={taking} onClose={onClose}>
      <Form id="info-form" onSubmit={handleSubmit} noValidate>
        <FormGroup label="Name" fieldId="info-name" isRequired>
          <TextInput
            id="info-name"
            value={name}
            autoFocus
            isRequired
            validated={problem === '' ? 'default' : 'error'}
            aria-describedby="info-name-help"
            onChange={(_event, typed) => setName(typed)}
          />
          <FieldText id="info-name-help" problem={problem} />
        </FormGroup>
        <FormGroup label="Description" fieldId="info-description">
          <TextArea
            id="info-description"
            value={description}
            rows={3}
            resizeOrientation="vertical"
            onChange={(_event, typed) => setDescription(typed)}
          />
        </FormGroup>
        <FormGroup label="Tags" fieldId="info-labels">
          <TextArea
            id="info-labels"
            value={labels}
            rows={4}
            resizeOrientation="vertical"
            spellCheck={false}
            aria-describedby="info-labels-help"
            onChange={(_event, typed) => setLabels(typed)}
          />
          <FieldText id="info-labels-help" hint="One per line: a tag, or a name and a value as in team: web" />
        </FormGroup>
      </Form>
    </Dialog>
  )
}
