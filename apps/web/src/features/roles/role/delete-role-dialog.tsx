import { Button } from '@patternfly/react-core/dist/dynamic/components/Button'
import { deleteRole } from '@waybill/api-client'
import type { RoleHoldersBody } from '@waybill/api-contract'
import { connectionOf } from '../../../shared/http/connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { Dialog } from '../../../shared/ui/dialogs/dialog.tsx'
import { useDeletion } from '../../../shared/ui/dialogs/use-deletion.ts'
import { failureLine } from '../../../shared/ui/messages/failure-text.ts'

interface DeleteRoleDialogProps {
  role: Role
  holders: RoleHoldersBody
  onClose: () => void
}

export function DeleteRoleDialog({ role, holders, onClose }: DeleteRoleDialogProps) {
  const connection = connectionOf(useScope())
  const { isBusy, error, remove } = useDeletion(paths.roles)
  const name = roleName(role)
  const deletion = (
    <Button
      variant="danger"
      isLoading={isBusy}
      isDisabled={isBusy}
      onClick={() => void remove(() => deleteRole(connection, role.metadata.uid), `The role ${name} is deleted.`)}
    >
      Delete
    </Button>
  )
  return (
    <Dialog
      title={`Delete ${name}?`}
      isWarning
      refusal={error && failureLine(error)}
      actions={deletion}
      onClose={onClose}
    >
      <p>{whoLosesIt(holders)} This cannot be undone.</p>
    </Dialog>
  )
}

function whoLosesIt({ users, teams }: RoleHoldersBody): string {
  if (users.length + teams.length === 0) return 'Nobody holds it.'
  const people = users.length === 1 ? '1 person' : `${users.length} people`
  const groups = teams.length === 1 ? '1 team' : `${teams.length} teams`
  const held = [...(users.length > 0 ? [people] : []), ...(teams.length > 0 ? [groups] : [])].join(' and ')
  return `It is taken from ${held} at once.`
}
