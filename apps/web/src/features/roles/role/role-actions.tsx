import type { RoleHoldersBody } from '@waybill/api-contract'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../../shared/navigation/paths.ts'
import type { Role } from '../../../shared/roles/role.ts'
import { roleRefusal } from '../../../shared/session/scope.ts'
import { useScope } from '../../../shared/session/scope-context.ts'
import { ActionButton } from '../../../shared/ui/buttons/action-button.tsx'
import { isBuiltIn } from '../list/role-query.ts'
import { DeleteRoleDialog } from './delete-role-dialog.tsx'

const STAYS = 'Built-in roles stay as they are. Clone this one, and change the copy.'

export function RoleActions({ role, holders }: { role: Role; holders: RoleHoldersBody }) {
  const scope = useScope()
  const navigate = useNavigate()
  const [isDeleting, setIsDeleting] = useState(false)
  const stays = isBuiltIn(role) ? STAYS : undefined
  const { uid } = role.metadata
  return (
    <>
      <ActionButton
        label="Edit"
        variant="primary"
        reason={stays ?? roleRefusal(scope, 'role.update')}
        onClick={() => void navigate(paths.editRole(uid))}
      />
      <ActionButton
        label="Clone"
        variant="secondary"
        reason={roleRefusal(scope, 'role.create')}
        onClick={() => void navigate(paths.addRole(uid))}
      />
      <ActionButton
        label="Delete"
        variant="secondary"
        reason={stays ?? roleRefusal(scope, 'role.delete')}
        onClick={() => setIsDeleting(true)}
      />
      {isDeleting && <DeleteRoleDialog role={role} holders={holders} onClose={() => setIsDeleting(false)} />}
    </>
  )
}
