import { api } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import { isEmail } from '../list/use-invite.ts'

interface EditPersonDialogProps {
  person: PersonBody
  onClose: () => void
}

/** Corrects a person's name, or the e-mail address that they sign in with. */
export function EditPersonDialog({ person, onClose }: EditPersonDialogProps) {
  const connection = useConnection()
  const [draft, setDraft] = useState({ email: person.email, firstName: person.firstName, lastName: person.lastName })
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, change } = useChange(onClose, draft.email)
  const isTaken = error?.kind === 'refusal' && error.code === 'UserExists'
  const problem = wasSent && !isEmail(draft.email) ? 'Enter an e-mail address.' : isTaken ? error.message : ''
  const emailHint = person.hasOpenLink
    ? 'They sign in with it. A new one signs them out and ends the open password link.'
    : 'They sign in with it. A new one signs them out.'
  const handleSubmit = () => {
    setWasSent(true)
    if (!isEmail(draft.email)) return
    const spec = {
      emailId: draft.email.trim(),
      firstName: draft.firstName.trim(),
      lastName: draft.lastName.trim(),
    }
    const endsLink = person.hasOpenLink && spec.emailId.toLowerCase() !== person.email
    void change(
      () => api.accounts.replace(connection, { params: { uid: person.uid }, body: { spec } }),
      endsLink ? 'Saved. The password link no longer works: make a new one.' : 'Saved.',
    )
  }
  return (
    <FormDialog
      title={`Edit ${person.name}`}
      refusal={isTaken ? null : error}
      action="Save"
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {FIELDS.map(({ name, label }) => (
        <TextField
          key={name}
          id={`person-${name}`}
          label={label}
          value={draft[name]}
          problem={name === 'email' ? problem : ''}
          hint={name === 'email' ? emailHint : ''}
          isRequired={name === 'email'}
          autoComplete="off"
          autoFocus={name === 'firstName'}
          maxLength={name === 'email' ? 320 : 253}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
    </FormDialog>
  )
}

const FIELDS = [
  { name: 'firstName', label: 'First name' },
  { name: 'lastName', label: 'Last name' },
  { name: 'email', label: 'E-mail' },
] as const
