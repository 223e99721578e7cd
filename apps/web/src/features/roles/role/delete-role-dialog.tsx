import { api } from '@waybill/api-client'
import type { RoleHoldersBody } from '@waybill/api-contract'
import { useConnection } from '../../../shared/http/use-connection.ts'
import { paths } from '../../../shared/navigation/paths.ts'
import { type Role, roleName } from '../../../shared/roles/role.ts'
import { ConfirmDialog } from '../../../shared/ui/dialogs/confirm-dialog.tsx'
import { useDeletion } from '../../../shared/ui/sending/use-deletion.ts'
import { counted } from '../../../shared/ui/words/amounts.ts'

interface DeleteRoleDialogProps {
  role: Role
  holders: RoleHoldersBody
  onClose: () => void
}

export function DeleteRoleDialog({ role, holders, onClose }: DeleteRoleDialogProps) {
  const connection = useConnection()
  const { isBusy, error, remove } = useDeletion(paths.roles)
  const name = roleName(role)
  return (
    <ConfirmDialog
      title={`Delete ${name}?`}
      refusal={error}
      action="Delete"
      isBusy={isBusy}
      onConfirm={() =>
        void remove(
          () => api.roles.remove(connection, { params: { uid: role.metadata.uid } }),
          `The role ${name} is deleted.`,
        )
      }
      onClose={onClose}
    >
      <p>{whoLosesIt(holders)} This cannot be undone.</p>
    </ConfirmDialog>
  )
}

function whoLosesIt({ users, teams }: RoleHoldersBody): string {
  if (users.length + teams.length === 0) return 'Nobody holds it.'
  const held = [
    ...(users.length > 0 ? [counted(users.length, 'person', 'people')] : []),
    ...(teams.length > 0 ? [counted(teams.length, 'team')] : []),
  ].join(' and ')
  return `It is taken from ${held} at once.`
}
