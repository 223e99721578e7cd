import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { FormSelect, FormSelectOption } from '@patternfly/react-core/dist/dynamic/components/FormSelect'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { ShownOnce } from '../../../shared/ui/forms/shown-once.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import { EXPIRIES, type Expiry, USUAL_EXPIRY } from './expiry.ts'
import { useNewKey } from './use-new-key.ts'

/** Makes a key and shows it this once. */
export function NewKeyDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState('')
  const [expiry, setExpiry] = useState<Expiry>(USUAL_EXPIRY)
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, isTaken, apiKey, make } = useNewKey()
  if (apiKey !== null) {
    return (
      <Dialog title={`API key ${name.trim()}`} closeLabel="Close" onClose={onClose}>
        <ShownOnce label="API key" secret={apiKey}>
          Copy it now: it is shown this once and cannot be read again.
        </ShownOnce>
      </Dialog>
    )
  }
  const problem =
    wasSent && name.trim() === '' ? 'Give the key a name.' : isTaken(name) ? 'You have a key of this name.' : ''
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (!isBusy && name.trim() !== '') void make(name, expiry)
  }
  const making = (
    <Button type="submit" form="new-key-form" isLoading={isBusy} isDisabled={isBusy}>
      Create
    </Button>
  )
  const refusal = error && problem === '' ? failureLine(error) : null
  return (
    <Dialog title="Create API key" refusal={refusal} actions={making} onClose={onClose}>
      <Form id="new-key-form" onSubmit={handleSubmit} noValidate>
        <FormGroup label="Name" fieldId="new-key-name" isRequired>
          <TextInput
            id="new-key-name"
            autoComplete="off"
            autoFocus
            isRequired
            maxLength={253}
            value={name}
            validated={problem === '' ? 'default' : 'error'}
            aria-describedby="new-key-name-help"
            onChange={(_event, value) => setName(value)}
          />
          <FieldText
            id="new-key-name-help"
            problem={problem}
            hint="What it is for, such as the pipeline that uses it."
          />
        </FormGroup>
        <FormGroup label="Expires after" fieldId="new-key-expiry">
          <FormSelect
            id="new-key-expiry"
            value={expiry}
            onChange={(_event, value) => setExpiry(EXPIRIES.find((each) => each.name === value)?.name ?? USUAL_EXPIRY)}
          >
            {EXPIRIES.map((each) => (
              <FormSelectOption key={each.name} value={each.name} label={each.name} />
            ))}
          </FormSelect>
        </FormGroup>
      </Form>
    </Dialog>
  )
}
