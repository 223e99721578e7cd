import { api } from '@waybill/api-client'
import type { ConsoleApiKeyBody } from '@waybill/api-contract'
import { useConnection } from '../http/use-connection.ts'
import { ConfirmDialog } from '../ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../ui/sending/use-change.ts'

interface RevokeKeyDialogProps {
  apiKey: ConsoleApiKeyBody
  onClose: () => void
}

export function RevokeKeyDialog({ apiKey: { uid, name, owner }, onClose }: RevokeKeyDialogProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  return (
    <ConfirmDialog
      title={`Revoke ${name}?`}
      refusal={error}
      action="Revoke"
      isBusy={isBusy}
      onConfirm={() => void change(() => api.apiKeys.delete(connection, { params: { uid } }), `${name} is revoked.`)}
      onClose={onClose}
    >
      <p>Whatever uses this key of {owner.email} is refused at once. This cannot be undone; disabling the key can.</p>
    </ConfirmDialog>
  )
}
