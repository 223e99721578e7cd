import { api } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useDeletion } from '../../../shared/ui/sending/use-deletion.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'

interface DeleteTeamDialogProps {
  team: ConsoleTeamBody
  onClose: () => void
}

export function DeleteTeamDialog({ team, onClose }: DeleteTeamDialogProps) {
  const connection = useConnection()
  const { isBusy, error, remove } = useDeletion(paths.teams)
  return (
    <ConfirmDialog
      title={`Delete ${team.name}?`}
      refusal={error}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() =>
        void remove(
          () => api.teams.remove(connection, { params: { uid: team.uid } }),
          `The team ${team.name} is deleted.`,
        )
      }
      onClose={onClose}
    >
      <p>
        {counted(team.memberCount, 'member loses', 'members lose')} what they hold by it alone. The accounts stay. This
        cannot be undone.
      </p>
    </ConfirmDialog>
  )
}
