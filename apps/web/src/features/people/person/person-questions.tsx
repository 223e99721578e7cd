import { api } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'
import { useDeletion } from '../../../shared/ui/sending/use-deletion.ts'

/** A confirmation before an action on an account. */
interface QuestionProps {
  person: PersonBody
  onClose: () => void
}

export function DisableDialog({ person: { uid, name }, onClose }: QuestionProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const disable = () => api.accounts.setState(connection, { params: { uid }, body: { isActive: false } })
  return (
    <ConfirmDialog
      title={`Disable ${name}?`}
      refusal={error}
      action="Disable"
      isBusy={isBusy}
      onConfirm={() => void change(disable, `${name} is disabled.`)}
      onClose={onClose}
    >
      <p>
        Sessions and tokens end at once, and API keys are refused. Roles and keys are kept for when the account is
        enabled again.
      </p>
    </ConfirmDialog>
  )
}

/** Afterwards the account goes to whoever has this e-mail at the provider. */
export function UnlinkDialog({ person: { uid, name, email }, onClose }: QuestionProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const unlink = () => api.accounts.unlinkIdentities(connection, { params: { uid } })
  return (
    <ConfirmDialog
      title={`Unlink ${name} from single sign-on?`}
      refusal={error}
      action="Unlink"
      isBusy={isBusy}
      onConfirm={() => void change(unlink, `${name} is unlinked from single sign-on.`)}
      onClose={onClose}
    >
      <p>
        Whoever next signs in at the identity provider with the verified e-mail <strong>{email}</strong> gets this
        account. Check that it is still theirs. Password, sessions, roles and keys stay as they are.
      </p>
    </ConfirmDialog>
  )
}

export function DeleteDialog({ person: { uid, name }, onClose }: QuestionProps) {
  const connection = useConnection()
  const { isBusy, error, remove } = useDeletion(paths.people)
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      refusal={error}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() => void remove(() => api.accounts.remove(connection, { params: { uid } }), `${name} is deleted.`)}
      onClose={onClose}
    >
      <p>
        The account, its roles, sessions and API keys are deleted; pipelines that use these keys stop. Profiles and
        audit events stay. This cannot be undone; disabling can.
      </p>
    </ConfirmDialog>
  )
}
