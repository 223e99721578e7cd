import { api } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useChange } from '../../../shared/ui/sending/use-change.ts'

interface RemoveMemberDialogProps {
  team: ConsoleTeamBody
  member: ConsoleTeamBody['members'][number]
  onClose: () => void
}

export function RemoveMemberDialog({ team, member, onClose }: RemoveMemberDialogProps) {
  const connection = useConnection()
  const { isBusy, error, change } = useChange(onClose)
  const remove = () => api.teamMembers.remove(connection, { params: { uid: team.uid, userUid: member.uid } })
  return (
    <ConfirmDialog
      title={`Remove ${member.name} from ${team.name}?`}
      refusal={error}
      action="Remove"
      isBusy={isBusy}
      onConfirm={() => void change(remove, `${member.name} is no longer in ${team.name}.`)}
      onClose={onClose}
    >
      <p>What they hold by this team alone ends at once. They can be added again.</p>
    </ConfirmDialog>
  )
}
