import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { removeTeamMember } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useChange } from '../../../shared/ui/dialogs/use-change.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'

interface RemoveMemberDialogProps {
  team: ConsoleTeamBody
  member: ConsoleTeamBody['members'][number]
  onClose: () => void
}

export function RemoveMemberDialog({ team, member, onClose }: RemoveMemberDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, change } = useChange(onClose)
  const remove = () => removeTeamMember(connection, team.uid, member.uid)
  const removal = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void change(remove, `${member.name} is no longer in ${team.name}.`)}
    >
      Remove
    </Button>
  )
  return (
    <Dialog
      title={`Remove ${member.name} from ${team.name}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={removal}
      onClose={onClose}
    >
      <p>What they hold by this team alone ends at once. They can be added again.</p>
    </Dialog>
  )
}
