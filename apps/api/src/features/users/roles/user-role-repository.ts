import { checkChangedRoles, roleChange, type RoleChange } from '../../../platform/access/grant-policy.ts'
import { checkMayActAs } from '../../../platform/access/held-role-repository.ts'
import type { Caller } from '../../../platform/access/caller.ts'
import { readHeldRole, type HeldRow } from '../../../platform/access/held-role.ts'
import { roleKeyOf, type Role } from '../../../platform/access/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

interface Given {
  caller: Caller
  userUid: string
  /** The tenant's, or a project's of this tenant. */
  scopeUid: string
  roles: readonly Role[]
}

/**
 * Sets the roles that a user holds directly in a scope; those by teams stay. Takes the client of a transaction.
 *
 * @throws AppError GrantExceedsOwn, for what is taken also of somebody who may do more than the caller elsewhere
 */
export async function setRoles(tx: TenantClient, { caller, userUid, scopeUid, roles }: Given): Promise<RoleChange> {
  const before = await listDirect(tx, userUid, scopeUid)
  checkChangedRoles(caller, roles, before)
  const change = roleChange(before, roles)
  if (change.taken.length > 0) await checkMayActAs(tx, caller, userUid)
  await tx.roleBinding.deleteMany({ where: { userUid, scopeUid } })
  await tx.roleBinding.createMany({
    data: [...new Set(roles.map(roleKeyOf))].map((role) => ({ userUid, tenantUid: tx.$tenantUid, scopeUid, role })),
  })
  return change
}

async function listDirect(tx: TenantClient, userUid: string, scopeUid: string): Promise<Role[]> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    SELECT scope_uid AS "scopeUid", role, custom_name AS "customName", custom_scope AS "customScope",
      custom_permissions AS "customPermissions"
    FROM held_roles
    WHERE tenant_uid = ${tx.$tenantUid} AND user_uid = ${userUid} AND scope_uid = ${scopeUid} AND team_uid IS NULL`
  return rows.flatMap(readHeldRole).map(({ role }) => role)
}
