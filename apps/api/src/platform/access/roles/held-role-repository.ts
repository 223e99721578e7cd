import { lockTenant } from '../../database/lock-tenant.ts'
import type { TenantClient } from '../../database/tenant-db.ts'
import { AppError } from '../../errors/app-error.ts'
import { checkGrant } from './grant-policy.ts'
import type { Caller } from '../caller.ts'
import { readHeldRole, rightsOf, type HeldRole, type HeldRow } from './held-role.ts'
import { TENANT_ADMIN, type Permission } from './roles.ts'

/** All roles that a user holds, directly and through teams. */
export async function listHeldRoles(db: TenantClient, userUid: string): Promise<HeldRole[]> {
  return (await listHeldRolesOf(db, [userUid])).get(userUid) ?? []
}

async function listHeldRolesOf(db: TenantClient, userUids: readonly string[]): Promise<Map<string, HeldRole[]>> {
  const rows = await db.$queryRaw<(HeldRow & { userUid: string })[]>`
    SELECT user_uid AS "userUid", scope_uid AS "scopeUid", role, custom_name AS "customName",
      custom_scope AS "customScope", custom_permissions AS "customPermissions"
    FROM held_roles WHERE tenant_uid = ${db.$tenantUid} AND user_uid = ANY(${[...userUids]}::bpchar[])`
  const byUser = Map.groupBy(rows, ({ userUid }) => userUid)
  return new Map([...byUser].map(([uid, held]) => [uid, held.flatMap(readHeldRole)]))
}

/**
 * Check before doing something to a user that would let the caller act as them, such as creating a link to set a
 * password, or that would stop them from acting, such as disabling them.
 * @throws AppError GrantExceedsOwn if that user may do more than the caller
 */
export async function checkMayActAs(db: TenantClient, caller: Caller, userUid: string): Promise<void> {
  if (userUid === caller.userUid) return
  checkGrant(caller, permissionsOf(await listHeldRoles(db, userUid)))
}

interface Acting {
  actorUid: string
  userUid: string
}

/**
 * The same for somebody who is not the caller, such as whoever created a link. False for users that are gone or
 * disabled.
 */
export const mayActAs = async (db: TenantClient, acting: Acting): Promise<boolean> =>
  (await listActable(db, [acting])).has(acting.userUid)

/** The users of those pairs in which the actor may act as the user; each user belongs to one pair. */
export async function listActable(db: TenantClient, pairs: readonly Acting[]): Promise<ReadonlySet<string>> {
  const own = pairs.filter(({ actorUid, userUid }) => actorUid === userUid)
  const others = pairs.filter(({ actorUid, userUid }) => actorUid !== userUid)
  if (others.length === 0) return userUidsOf(own)
  const active = await listActive(
    db,
    others.map(({ actorUid }) => actorUid),
  )
  const held = await listHeldRolesOf(
    db,
    others.flatMap(({ actorUid, userUid }) => [actorUid, userUid]),
  )
  const isCovered = ({ actorUid, userUid }: Acting) => {
    const { permissions } = rightsOf(held.get(actorUid) ?? [], db.$tenantUid)
    return permissionsOf(held.get(userUid) ?? []).every((permission) => permissions.has(permission))
  }
  return userUidsOf([...own, ...others.filter((pair) => active.has(pair.actorUid) && isCovered(pair))])
}

const userUidsOf = (pairs: readonly Acting[]) => new Set(pairs.map(({ userUid }) => userUid))

async function listActive(db: TenantClient, uids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.$queryRaw<{ uid: string }[]>`
    SELECT uid FROM users
    WHERE tenant_uid = ${db.$tenantUid} AND uid = ANY(${[...uids]}::bpchar[]) AND disabled_at IS NULL`
  return new Set(rows.map(({ uid }) => uid))
}

const permissionsOf = (held: readonly HeldRole[]): Permission[] => held.flatMap(({ role }) => [...role.permissions])

/**
 * Makes a change, and checks that the tenant still has an administrator who can undo it. Takes a transaction's client.
 * @throws AppError LastAdmin
 */
export async function keepingAnAdmin<Result>(db: TenantClient, change: () => Promise<Result>): Promise<Result> {
  // One change at a time: two admins could disable each other at the same moment.
  await lockTenant(db)
  const before = await countAdmins(db)
  const result = await change()
  if (before > 0 && (await countAdmins(db)) === 0) throw new AppError('LastAdmin')
  return result
}

async function countAdmins(db: TenantClient): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT u.uid)::int AS count FROM held_roles h JOIN users u ON u.uid = h.user_uid
    WHERE h.tenant_uid = ${db.$tenantUid} AND h.scope_uid = ${db.$tenantUid} AND h.role = ${TENANT_ADMIN} AND u.disabled_at IS NULL`
  return row?.count ?? 0
}
