import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { deleteTeam } from '@waybill/api-client'
import type { ConsoleTeamBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useDeletion } from '../../../shared/ui/dialogs/use-deletion.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'

interface DeleteTeamDialogProps {
  team: ConsoleTeamBody
  onClose: () => void
}

export function DeleteTeamDialog({ team, onClose }: DeleteTeamDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, remove } = useDeletion(paths.teams)
  const deletion = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void remove(() => deleteTeam(connection, team.uid), `The team ${team.name} is deleted.`)}
    >
      Delete
    </Button>
  )
  return (
    <Dialog
      title={`Delete ${team.name}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={deletion}
      onClose={onClose}
    >
      <p>
        {team.memberCount === 1 ? '1 member loses' : `${team.memberCount} members lose`} what they hold by it alone. The
        accounts stay. This cannot be undone.
      </p>
    </Dialog>
  )
}
