import type { TenantClient } from '../database/tenant-db.ts'
import { AppError } from '../errors/app-error.ts'
import { checkGrant } from './grant-policy.ts'
import type { Caller } from './caller.ts'
import { readHeldRole, rightsOf, type HeldRole, type HeldRow } from './held-role.ts'
import type { Permission } from './roles.ts'

const ADMIN = 'Tenant Admin'

/** All that a user holds, directly and by teams. */
export async function listHeldRoles(db: TenantClient, userUid: string): Promise<HeldRole[]> {
  const rows = await db.$queryRaw<HeldRow[]>`
    SELECT scope_uid AS "scopeUid", role, custom_name AS "customName", custom_scope AS "customScope",
      custom_permissions AS "customPermissions"
    FROM held_roles WHERE tenant_uid = ${db.$tenantUid} AND user_uid = ${userUid}`
  return rows.flatMap(readHeldRole)
}

/**
 * Before something is done to a user that would let the caller act as them, such as a link to set a password, or would keep them from
 * acting, such as disabling them.
 *
 * @throws AppError GrantExceedsOwn for one who may do more than the caller.
 */
export async function checkMayActAs(db: TenantClient, caller: Caller, userUid: string): Promise<void> {
  if (userUid === caller.userUid) return
  checkGrant(caller, await listPermissions(db, userUid))
}

/** The same of somebody who is not asking now, such as who made a link. Who is gone or disabled may nothing. */
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
 * Makes a change after which the tenant still has somebody who can undo it. Takes the client of a transaction.
 *
 * @throws AppError LastAdmin
 */
export async function keepingAnAdmin<Result>(db: TenantClient, change: () => Promise<Result>): Promise<Result> {
  // One change at a time: two admins who disable each other would both be the last.
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
