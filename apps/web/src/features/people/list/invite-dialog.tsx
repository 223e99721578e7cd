import { useState } from 'react'
import { FormDialog } from '../../../shared/ui/dialogs/form-dialog.tsx'
import { FieldText } from '../../../shared/ui/forms/field-text.tsx'
import { TextField } from '../../../shared/ui/forms/text-field.tsx'
import type { Role } from '../../../shared/roles/role.ts'
import { RoleChoices } from '../../../shared/roles/role-choices.tsx'
import { isEmail, NOBODY, useInvite } from './use-invite.ts'
import { PasswordLink } from '../password-link.tsx'

interface InviteDialogProps {
  roles: readonly Role[]
  onClose: () => void
}

const FIELDS = [
  { name: 'email', label: 'E-mail', type: 'email', isRequired: true },
  { name: 'firstName', label: 'First name', type: 'text', isRequired: false },
  { name: 'lastName', label: 'Last name', type: 'text', isRequired: false },
] as const

/** Creates an account and the link with which its owner sets a password. */
export function InviteDialog({ roles, onClose }: InviteDialogProps) {
  const [draft, setDraft] = useState(NOBODY)
  const [wasSent, setWasSent] = useState(false)
  const { isBusy, error, link, invite } = useInvite(draft)
  const isTaken = error?.kind === 'refusal' && error.code === 'UserExists'
  const problem = wasSent && !isEmail(draft.email) ? 'Enter an e-mail address.' : isTaken ? error.message : ''
  if (link !== null) {
    return <PasswordLink title={`${draft.email} is invited`} link={link} onClose={onClose} />
  }
  const handleSubmit = () => {
    setWasSent(true)
    if (isEmail(draft.email)) void invite()
  }
  return (
    <FormDialog
      title="Invite a person"
      variant="medium"
      refusal={problem === '' ? error : null}
      action="Invite"
      isBusy={isBusy}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {FIELDS.map(({ name, label, type, isRequired }) => (
        <TextField
          key={name}
          id={`invite-${name}`}
          label={label}
          type={type}
          value={draft[name]}
          problem={name === 'email' ? problem : ''}
          autoComplete="off"
          autoFocus={name === 'email'}
          isRequired={isRequired}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <FieldText
        id="invite-help"
        hint="Without a role they can sign in and see nothing. Roles in single projects are given on the person’s page afterwards."
      />
      <RoleChoices
        roles={roles}
        scope="tenant"
        chosen={draft.roles}
        onChoose={(chosen) => setDraft({ ...draft, roles: chosen })}
      />
    </FormDialog>
  )
}
