import { TENANT_ADMIN } from '../../../platform/access/roles/roles.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import { lockTenant } from '../../../platform/database/lock-tenant.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { findTenantScope } from '../../auth/index.ts'
import type { GroupRole } from '../settings/sso-settings-repository.ts'
import { changeTenantRoles, isHeldByOthers, listTenantRoles } from './sso-role-repository.ts'
import type { SsoUser } from '../sign-in/sso-user-repository.ts'

interface Groups {
  groupRoles: readonly GroupRole[]
  /** The user's groups at the provider. */
  groups: readonly string[]
}

/**
 * Grants and takes away tenant roles according to the user's groups. Roles that no group maps to are not touched, and
 * the tenant's last administrator stays.
 */
export async function applyGroups(
  db: TenantDb,
  { uid, email }: SsoUser,
  { groupRoles, groups }: Groups,
): Promise<void> {
  if (groupRoles.length === 0) return
  const scope = await findTenantScope(db)
  await db.$transaction(async (tx) => {
    // Of two changes at once, each would count on the other for the last administrator.
    await lockTenant(tx)
    const wanted = new Set(groupRoles.filter(({ group }) => groups.includes(group)).map(({ role }) => role))
    const lost = new Set(groupRoles.map(({ role }) => role).filter((role) => !wanted.has(role)))
    if (lost.has(TENANT_ADMIN) && !(await isHeldByOthers(tx, uid, TENANT_ADMIN))) lost.delete(TENANT_ADMIN)
    const before = await listTenantRoles(tx, uid)
    const taken = before.filter((role) => lost.has(role))
    const given = [...wanted].filter((role) => !before.includes(role))
    if (taken.length + given.length === 0) return
    await changeTenantRoles(tx, uid, { given, taken })
    await recordAudit(tx, {
      caller: { userUid: uid, email, scope },
      action: 'update',
      resource: { kind: 'user', uid, name: email },
      details: { what: 'roles', via: 'single sign-on', given, taken },
    })
  })
}
