import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { setUserState } from '@waybill/api-client'
import type { PersonBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'

interface PersonDialogProps {
  person: PersonBody
  onClose: () => void
}

export function DisableDialog({ person, onClose }: PersonDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, change } = useChange(onClose)
  const disable = () => setUserState(connection, person.uid, { isActive: false })
  const disabling = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void change(disable, `${person.name} is disabled.`)}
    >
      Disable
    </Button>
  )
  return (
    <Dialog
      title={`Disable ${person.name}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={disabling}
      onClose={onClose}
    >
      <p>
        Sessions and tokens end at once, and API keys are refused. Roles and keys are kept for when the account is
        enabled again.
      </p>
    </Dialog>
  )
}
