import { Form } from '@patternfly/react-core/dist/dynamic/components/Form'
import { api } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { type SyntheticEvent, useState } from 'react'
import { useConnection } from '../../shared/http/use-connection.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { useChange } from '../../shared/ui/sending/use-change.ts'
import { TextField } from '../../shared/ui/forms/text-field.tsx'
import { FailureAlert } from '../../shared/ui/messages/failure-alert.tsx'

const FIELDS = [
  { name: 'firstName', label: 'First name', autoComplete: 'given-name' },
  { name: 'lastName', label: 'Last name', autoComplete: 'family-name' },
] as const

/** The name that other users see. */
export function NameForm({ user }: { user: SessionBody['user'] }) {
  const connection = useConnection()
  const [draft, setDraft] = useState({ firstName: user.firstName, lastName: user.lastName })
  const { isBusy, error, change } = useChange()
  const isSame = draft.firstName.trim() === user.firstName && draft.lastName.trim() === user.lastName
  const refusal = isBusy ? 'It is being saved.' : isSame ? 'There is nothing to save yet.' : undefined
  const rename = () => api.ownAccount.rename(connection, { body: draft })
  const save = () => {
    if (refusal === undefined) void change(rename, 'Name saved.')
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <Form className="wb-account-form" onSubmit={handleSubmit} noValidate>
      <FailureAlert failure={error} />
      {FIELDS.map(({ name, label, autoComplete }) => (
        <TextField
          key={name}
          id={`account-${name}`}
          label={label}
          value={draft[name]}
          autoComplete={autoComplete}
          maxLength={253}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <div>
        <ActionButton label="Save name" variant="secondary" reason={refusal} isLoading={isBusy} onClick={save} />
      </div>
    </Form>
  )
}
