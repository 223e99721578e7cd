import { api } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'

interface PersonDialogProps {
  person: PersonBody
  onClose: () => void
}

export function DisableDialog({ person, onClose }: PersonDialogProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const disable = () => api.accounts.setState(connection, { params: { uid: person.uid }, body: { isActive: false } })
  return (
    <ConfirmDialog
      title={`Disable ${person.name}?`}
      refusal={error}
      action="Disable"
      isBusy={isBusy}
      onConfirm={() => void change(disable, `${person.name} is disabled.`)}
      onClose={onClose}
    >
      <p>
        Sessions and tokens end at once, and API keys are refused. Roles and keys are kept for when the account is
        enabled again.
      </p>
    </ConfirmDialog>
  )
}
