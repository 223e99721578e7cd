import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { findTenantScope } from '../../auth/index.ts'
import type { GroupRole } from '../settings/sso-settings-repository.ts'
import type { SsoUser } from './sso-user-repository.ts'

const ADMIN = 'Tenant Admin'

interface Groups {
  groupRoles: readonly GroupRole[]
  /** Of the user, at the provider. */
  groups: readonly string[]
}

/** Gives and takes roles in the tenant as groups say. Roles that no group gives are not touched, nor the tenant's last administrator. */
export async function applyGroups(
  db: TenantDb,
  { uid, email }: SsoUser,
  { groupRoles, groups }: Groups,
): Promise<void> {
  if (groupRoles.length === 0) return
  const scope = await findTenantScope(db)
  await db.$transaction(async (tx) => {
    // As for other changes of roles: two at once would both leave the last administrator to the other.
    await tx.$queryRaw`SELECT uid FROM tenants WHERE uid = ${db.$tenantUid} FOR NO KEY UPDATE`
    const wanted = new Set(groupRoles.filter(({ group }) => groups.includes(group)).map(({ role }) => role))
    const lost = new Set(groupRoles.map(({ role }) => role).filter((role) => !wanted.has(role)))
    const others = { disabledAt: null, NOT: { uid }, roleBindings: { some: { scopeUid: scope.uid, role: ADMIN } } }
    if (lost.has(ADMIN) && (await tx.user.count({ where: others })) === 0) lost.delete(ADMIN)
    const held = { userUid: uid, scopeUid: scope.uid }
    const before = (await tx.roleBinding.findMany({ where: held, select: { role: true } })).map(({ role }) => role)
    const taken = before.filter((role) => lost.has(role))
    const given = [...wanted].filter((role) => !before.includes(role))
    if (taken.length + given.length === 0) return
    await tx.roleBinding.deleteMany({ where: { ...held, role: { in: taken } } })
    await tx.roleBinding.createMany({
      data: given.map((role) => ({ ...held, tenantUid: db.$tenantUid, role })),
      skipDuplicates: true,
    })
    await recordAudit(tx, {
      caller: { userUid: uid, email, scope },
      action: 'update',
      resource: { kind: 'user', uid, name: email },
      details: { what: 'roles', via: 'single sign-on', given, taken },
    })
  })
}
