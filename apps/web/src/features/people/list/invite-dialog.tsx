import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { Form, FormGroup } from '@patternfly/react-core/dist/dynamic/components/Form'
import { TextInput } from '@patternfly/react-core/dist/dynamic/components/TextInput'
import { type SyntheticEvent, useState } from 'react'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { ShownOnce } from '../../../shared/ui/forms/shown-once.tsx'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { RoleChoices } from '../../../shared/roles/role-choices.tsx'
import { isEmail, NOBODY, useInvite } from './use-invite.ts'

interface InviteDialogProps {
  roles: readonly Role[]
  onClose: () => void
}

const FIELDS = [
  { name: 'email', label: 'E-mail', type: 'email', isRequired: true },
  { name: 'firstName', label: 'First name', type: 'text', isRequired: false },
  { name: 'lastName', label: 'Last name', type: 'text', isRequired: false },
] as const

/** Makes an account and the link by which its owner sets a password. */
export function InviteDialog({ roles, onClose }: InviteDialogProps) {
  const [draft, setDraft] = useState(NOBODY)
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, isTaken, error, link, invite } = useInvite()
  const problem = wasSent && !isEmail(draft.email) ? 'Enter an e-mail address.' : isTaken(draft.email)
  if (link !== null) {
    return (
      <Dialog title={`${draft.email} is invited`} closeLabel="Close" onClose={onClose}>
        <ShownOnce label="Link" secret={link}>
          Hand this link over yourself: it is shown this once, and sets a password once within a day.
        </ShownOnce>
      </Dialog>
    )
  }
  const handleSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    setWasSent(true)
    if (!isBusy && isEmail(draft.email)) void invite(draft)
  }
  const inviting = (
    <Button type="submit" form="invite-form" isLoading={isBusy} isDisabled={isBusy}>
      Invite
    </Button>
  )
  const refusal = error && problem === '' ? failureLine(error) : null
  return (
    <Dialog title="Invite" variant="medium" refusal={refusal} actions={inviting} onClose={onClose}>
      <Form id="invite-form" onSubmit={handleSubmit} noValidate>
        {FIELDS.map(({ name, label, type, isRequired }) => (
          <FormGroup key={name} label={label} fieldId={`invite-${name}`} isRequired={isRequired}>
            <TextInput
              id={`invite-${name}`}
              type={type}
              autoComplete="off"
              autoFocus={name === 'email'}
              isRequired={isRequired}
              value={draft[name]}
              validated={name === 'email' && problem !== '' ? 'error' : 'default'}
              aria-describedby={`invite-${name}-help`}
              onChange={(_event, value) => setDraft({ ...draft, [name]: value })}
            />
            <FieldText id={`invite-${name}-help`} problem={name === 'email' ? problem : ''} />
          </FormGroup>
        ))}
        <RoleChoices
          roles={roles}
          scope="tenant"
          chosen={draft.roles}
          onChoose={(chosen) => setDraft({ ...draft, roles: chosen })}
        />
        <FieldText id="invite-help" hint="Roles in single projects are given on the person’s page afterwards." />
      </Form>
    </Dialog>
  )
}
