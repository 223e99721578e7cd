import { readHeldRole, type HeldRow } from '../../../platform/access/roles/held-role.ts'
import { roleKeyOf, type Role } from '../../../platform/access/roles/roles.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** Roles that a user holds in a scope directly, not through a team. */
export async function listDirectRoles(tx: TenantClient, userUid: string, scopeUid: string): Promise<Role[]> {
  const rows = await tx.$queryRaw<HeldRow[]>`
    SELECT scope_uid AS "scopeUid", role, custom_name AS "customName", custom_scope AS "customScope",
      custom_permissions AS "customPermissions"
    FROM held_roles
    WHERE tenant_uid = ${tx.$tenantUid} AND user_uid = ${userUid} AND scope_uid = ${scopeUid} AND team_uid IS NULL`
  return rows.flatMap(readHeldRole).map(({ role }) => role)
}

/** @param scopeUid the tenant's uid, or that of one of its projects */
export async function replaceUserRoles(
  tx: TenantClient,
  userUid: string,
  { scopeUid, roles }: { scopeUid: string; roles: readonly Role[] },
): Promise<void> {
  await tx.roleBinding.deleteMany({ where: { userUid, scopeUid } })
  await tx.roleBinding.createMany({
    data: [...new Set(roles.map(roleKeyOf))].map((role) => ({ userUid, tenantUid: tx.$tenantUid, scopeUid, role })),
  })
}
