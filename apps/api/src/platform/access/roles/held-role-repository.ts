import type { TenantClient } from '../../database/tenant-db.ts'
import { AppError } from '../../errors/app-error.ts'
import { checkGrant } from './grant-policy.ts'
import type { Caller } from '../caller.ts'
import { readHeldRole, rightsOf, type HeldRole, type HeldRow } from './held-role.ts'
import type { Permission } from './roles.ts'

const ADMIN = 'Tenant Admin'

/** All roles that a user holds, directly and through teams. */
export async function listHeldRoles(db: TenantClient, userUid: string): Promise<HeldRole[]> {
  const rows = await db.$queryRaw<HeldRow[]>`
    SELECT scope_uid AS "scopeUid", role, custom_name AS "customName", custom_scope AS "customScope",
      custom_permissions AS "customPermissions"
    FROM held_roles WHERE tenant_uid = ${db.$tenantUid} AND user_uid = ${userUid}`
  return rows.flatMap(readHeldRole)
}

/**
 * Check before doing something to a user that would let the caller act as them, such as creating a link to set a
 * password, or that would stop them from acting, such as disabling them.
 * @throws AppError GrantExceedsOwn if that user may do more than the caller
 */
export async function checkMayActAs(db: TenantClient, caller: Caller, userUid: string): Promise<void> {
  if (userUid === caller.userUid) return
  checkGrant(caller, await listPermissions(db, userUid))
}

/**
 * The same for somebody who is not the caller, such as whoever created a link. False for users that are gone or
 * disabled.
 */
export async function mayActAs(
  db: TenantClient,
  { actorUid, userUid }: { actorUid: string; userUid: string },
): Promise<boolean> {
  if (actorUid === userUid) return true
  if ((await db.user.count({ where: { uid: actorUid, disabledAt: null } })) === 0) return false
  const { permissions } = rightsOf(await listHeldRoles(db, actorUid), db.$tenantUid)
  return (await listPermissions(db, userUid)).every((permission) => permissions.has(permission))
}

const listPermissions = async (db: TenantClient, userUid: string): Promise<Permission[]> =>
  (await listHeldRoles(db, userUid)).flatMap(({ role }) => [...role.permissions])

/**
 * Makes a change, and checks that the tenant still has an administrator who can undo it. Takes a transaction's client.
 * @throws AppError LastAdmin
 */
export async function keepingAnAdmin<Result>(db: TenantClient, change: () => Promise<Result>): Promise<Result> {
  // One change at a time: two admins could disable each other at the same moment.
  await db.$queryRaw`SELECT uid FROM tenants WHERE uid = ${db.$tenantUid} FOR NO KEY UPDATE`
  const before = await countAdmins(db)
  const result = await change()
  if (before > 0 && (await countAdmins(db)) === 0) throw new AppError('LastAdmin')
  return result
}

async function countAdmins(db: TenantClient): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT u.uid)::int AS count FROM held_roles h JOIN users u ON u.uid = h.user_uid
    WHERE h.tenant_uid = ${db.$tenantUid} AND h.scope_uid = ${db.$tenantUid} AND h.role = ${ADMIN} AND u.disabled_at IS NULL`
  return row?.count ?? 0
}
