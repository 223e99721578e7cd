import { useState } from 'react'
import { FormDialog } from '../../shared/ui/dialogs/form-dialog.tsx'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
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
  const handleSubmit = () => {
    if (problem !== '') return
    dispatch({ type: 'write', texts: { [INFO.name]: name, [INFO.description]: description, [INFO.labels]: labels } })
    onClose()
  }
  return (
    <FormDialog title="Edit info" action="Apply" onSubmit={handleSubmit} onClose={onClose}>
      <TextField id="info-name" label="Name" value={name} problem={problem} autoFocus isRequired onChange={setName} />
      <TextField id="info-description" label="Description" value={description} rows={3} onChange={setDescription} />
      <TextField
        id="info-labels"
        label="Tags"
        value={labels}
        rows={4}
        spellCheck={false}
        hint="One per line: a tag, or a name and a value as in team: web"
        onChange={setLabels}
      />
    </FormDialog>
  )
}
