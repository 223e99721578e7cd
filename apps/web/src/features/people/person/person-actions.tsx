import type { PersonBody } from '@waybill/api-contract'
import { api } from '@waybill/api-client'
import { useState } from 'react'
import { connectionOf } from '../../../shared/http/connection.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { isInvitationExpired } from '../person-state.tsx'
import { EditPersonDialog } from './edit-person-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { DeleteDialog, DisableDialog, UnlinkDialog } from './person-questions.tsx'

/** The actions of an administrator on an account. */
export function PersonActions({ person }: { person: PersonBody }) {
  const scope = useScope()
  const [dialog, setDialog] = useState<'edit' | 'link' | 'unlink' | 'disable' | 'delete' | null>(null)
  const { isBusy, change } = useChange()
  const close = () => setDialog(null)
  const mayUpdate = roleRefusal(scope, 'user.update')
  const enable = () =>
    change(
      () => api.accounts.setState(connectionOf(scope), { params: { uid: person.uid }, body: { isActive: true } }),
      `${person.name} may sign in again.`,
    )
  return (
    <>
      <ActionButton label="Edit" variant="secondary" reason={mayUpdate} onClick={() => setDialog('edit')} />
      <ActionButton
        label={isInvitationExpired(person) ? 'Make a new invitation link' : 'Make password link'}
        variant={isInvitationExpired(person) ? 'primary' : 'secondary'}
        reason={mayUpdate ?? (person.isActive ? undefined : 'Enable the account first.')}
        onClick={() => setDialog('link')}
      />
      {person.isLinked && (
        <ActionButton label="Unlink" variant="secondary" reason={mayUpdate} onClick={() => setDialog('unlink')} />
      )}
      {person.isActive ? (
        <ActionButton label="Disable" variant="secondary" reason={mayUpdate} onClick={() => setDialog('disable')} />
      ) : (
        <ActionButton
          label="Enable"
          variant="secondary"
          reason={mayUpdate}
          isLoading={isBusy}
          onClick={() => void enable()}
        />
      )}
      <ActionButton
        label="Delete"
        variant="secondary"
        reason={roleRefusal(scope, 'user.delete')}
        onClick={() => setDialog('delete')}
      />
      {dialog === 'edit' && <EditPersonDialog person={person} onClose={close} />}
      {dialog === 'link' && <LinkDialog person={person} onClose={close} />}
      {dialog === 'unlink' && <UnlinkDialog person={person} onClose={close} />}
      {dialog === 'disable' && <DisableDialog person={person} onClose={close} />}
      {dialog === 'delete' && <DeleteDialog person={person} onClose={close} />}
    </>
  )
}
