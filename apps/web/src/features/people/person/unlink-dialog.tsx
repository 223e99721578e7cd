import { api } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'

interface UnlinkDialogProps {
  person: PersonBody
  onClose: () => void
}

/** Asks once, as whoever has the e-mail at the provider by then gets the account. */
export function UnlinkDialog({ person, onClose }: UnlinkDialogProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const unlink = () => api.accounts.unlinkIdentities(connection, { params: { uid: person.uid } })
  return (
    <ConfirmDialog
      title={`Unlink ${person.name} from single sign-on?`}
      refusal={error}
      action="Unlink"
      isBusy={isBusy}
      onConfirm={() => void change(unlink, `${person.name} is unlinked from single sign-on.`)}
      onClose={onClose}
    >
      <p>
        Whoever next signs in at the identity provider with the verified e-mail <strong>{person.email}</strong> gets
        this account. Check that it is still theirs. Password, sessions, roles and keys stay as they are.
      </p>
    </ConfirmDialog>
  )
}
