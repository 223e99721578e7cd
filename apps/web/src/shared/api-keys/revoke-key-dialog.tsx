import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { deleteApiKey } from '@waybill/api-client'
import type { ConsoleApiKeyBody } from '@waybill/api-contract'
import { connectionOf } from '../http/connection.ts'
import { useScope } from '../session/scope-context.ts'
import { Dialog } from '../ui/dialogs/dialog.tsx'
import { useChange } from '../ui/dialogs/use-change.ts'
import { failureLine } from '../ui/messages/failure-text.ts'

interface RevokeKeyDialogProps {
  apiKey: ConsoleApiKeyBody
  onClose: () => void
}

export function RevokeKeyDialog({ apiKey: { uid, name }, onClose }: RevokeKeyDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, change } = useChange(onClose)
  const revoking = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void change(() => deleteApiKey(connection, uid), `${name} is revoked.`)}
    >
      Revoke
    </Button>
  )
  return (
    <Dialog
      title={`Revoke ${name}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={revoking}
      onClose={onClose}
    >
      <p>Whatever uses this key is refused at once. This cannot be undone; disabling the key can.</p>
    </Dialog>
  )
}
