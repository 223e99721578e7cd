import { Alert } from '@patternfly/react-core/dist/dynamic/components/Alert'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { renameSelf } from '@waybill/api-client'
import type { SessionBody } from '@waybill/api-contract'
import { type SyntheticEvent, useState } from 'react'
import { connectionOf } from '../../shared/http/connection.ts'
import { forgetSession } from '../../shared/session/load-session.ts'
import { useScope } from '../../shared/session/scope-context.ts'
import { ActionButton } from '../../shared/ui/buttons/action-button.tsx'
import { useChange } from '../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../shared/ui/messages/failure-text.ts'

const FIELDS = [
  { name: 'firstName', label: 'First name', autoComplete: 'given-name' },
  { name: 'lastName', label: 'Last name', autoComplete: 'family-name' },
] as const

const nothing = () => undefined

/** As others see who did something. */
export function NameForm({ user }: { user: SessionBody['user'] }) {
  const connection = connectionOf(useScope())
  const [draft, setDraft] = useState({ firstName: user.firstName, lastName: user.lastName })
  const { isBusy, error, change } = useChange(nothing)
  const isSame = draft.firstName.trim() === user.firstName && draft.lastName.trim() === user.lastName
  const refusal = isBusy ? 'It is being saved.' : isSame ? 'There is nothing to save yet.' : undefined
  const rename = async () => {
    const result = await renameSelf(connection, draft)
    if (result.ok) forgetSession()
    return result
  }
  const save = () => {
    if (refusal === undefined) void change(rename, 'Name saved.')
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    save()
  }
  return (
    <Form className="wb-account-form" onSubmit={handleSubmit} noValidate>
      <div role="alert">{error && <Alert component="p" isInline variant="danger" title={failureLine(error)} />}</div>
      {FIELDS.map(({ name, label, autoComplete }) => (
        <FormGroup key={name} label={label} fieldId={`account-${name}`}>
          <TextInput
            id={`account-${name}`}
            autoComplete={autoComplete}
            maxLength={253}
            value={draft[name]}
            onChange={(_event, value) => setDraft({ ...draft, [name]: value })}
          />
        </FormGroup>
      ))}
      <div>
        <ActionButton label="Save name" variant="secondary" reason={refusal} isLoading={isBusy} onClick={save} />
      </div>
    </Form>
  )
}
