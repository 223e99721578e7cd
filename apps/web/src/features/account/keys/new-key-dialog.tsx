import { useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { ChoiceField } from '../../../shared/ui/forms/choice-field.tsx'
import { ShownOnce } from '../../../shared/ui/forms/shown-once.tsx'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { EXPIRIES, type Expiry, USUAL_EXPIRY } from './expiry.ts'
import { useNewKey } from './use-new-key.ts'

/** Creates a key and shows it once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [expiry, setExpiry] = useState<Expiry>(USUAL_EXPIRY)
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, apiKey, make } = useNewKey(name)
  if (apiKey !== null) {
    return (
      <Dialog key="made" title={`API key ${name.trim()}`} isShownOnce closeLabel="I have copied it" onClose={onClose}>
        <ShownOnce label="API key" secret={apiKey}>
          Copy it now: it is shown this once and cannot be read again.
        </ShownOnce>
      </Dialog>
    )
  }
  const isTaken = error?.kind === 'refusal' && error.code === 'ApiKeyExists'
  const problem = wasSent && name.trim() === '' ? 'Give the key a name.' : isTaken ? 'You have a key of this name.' : ''
  const handleSubmit = () => {
    setWasSent(true)
    if (name.trim() !== '') void make(expiry)
  }
  return (
    <FormDialog
      title="Add API key"
      refusal={problem === '' ? error : null}
      action="Add"
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <TextField
        id="new-key-name"
        label="Name"
        value={name}
        problem={problem}
        hint="What it is for, such as the pipeline that uses it."
        autoComplete="off"
        autoFocus
        isRequired
        maxLength={253}
        onChange={setName}
      />
      <ChoiceField
        id="new-key-expiry"
        label="Expires after"
        choices={EXPIRIES.map((each) => each.name)}
        value={expiry}
        onChange={setExpiry}
      />
    </FormDialog>
  )
}
