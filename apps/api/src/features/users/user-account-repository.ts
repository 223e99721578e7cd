import type { Caller } from '../../platform/access/caller.ts'
import { endSessions } from '../../platform/access/end-sessions.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { metaColumns, type StringMap } from '../../platform/http/lists/object-meta.ts'

const ADMIN = 'Tenant Admin'

interface Change {
  caller: Caller
  uid: string
  action: 'update' | 'delete'
  what: string
  /** `recordEffect` where the answer is to be kept under the request's key. */
  record?: typeof recordAudit
}

/**
 * Changes one user, with its audit event; the tenant keeps somebody who can undo it.
 *
 * @throws AppError ResourceNotFound, LastAdmin
 */
export async function changeUser(
  db: TenantDb,
  { caller, uid, action, what, record = recordAudit }: Change,
  change: (tx: TenantClient) => Promise<void>,
): Promise<string> {
  return db.$transaction(async (tx) => {
    // One change at a time: two admins who disable each other would both be the last.
    await tx.$queryRaw`SELECT uid FROM tenants WHERE uid = ${db.$tenantUid} FOR NO KEY UPDATE`
    const user = await tx.user.findUnique({ where: { uid } })
    if (!user) throw new AppError('ResourceNotFound')
    const admins = await countAdmins(tx)
    await change(tx)
    if (admins > 0 && (await countAdmins(tx)) === 0) throw new AppError('LastAdmin')
    return record(tx, { caller, action, resource: { kind: 'user', uid, name: user.email }, details: { what } })
  })
}

const countAdmins = (db: TenantClient) =>
  db.user.count({
    where: { disabledAt: null, roleBindings: { some: { scopeUid: db.$tenantUid, role: ADMIN } } },
  })

export interface UserColumns {
  email: string
  firstName: string
  lastName: string
  meta: { labels?: StringMap | null | undefined; annotations?: StringMap | null | undefined } | undefined
}

export async function updateUser(db: TenantClient, uid: string, { meta, ...columns }: UserColumns): Promise<void> {
  await db.user.update({ where: { uid }, data: { ...columns, ...(meta && metaColumns(meta)) } })
}

/** @param scopeUid the tenant's, or a project's of this tenant */
export async function setRoles(
  db: TenantClient,
  uid: string,
  { scopeUid, roles }: { scopeUid: string; roles: readonly string[] },
): Promise<void> {
  await db.roleBinding.deleteMany({ where: { userUid: uid, scopeUid } })
  await db.roleBinding.createMany({
    data: [...new Set(roles)].map((role) => ({ userUid: uid, tenantUid: db.$tenantUid, scopeUid, role })),
  })
}

/** @throws AppError ResourceNotFound for one that is not of this tenant. */
export async function checkProjects(db: TenantClient, uids: readonly string[]): Promise<void> {
  const wanted = [...new Set(uids)]
  if ((await db.project.count({ where: { uid: { in: wanted } } })) < wanted.length)
    throw new AppError('ResourceNotFound')
}

export async function setActive(db: TenantClient, uid: string, disabledAt: Date | null): Promise<void> {
  await db.user.update({ where: { uid }, data: { disabledAt } })
  if (disabledAt) await endSessions(db, uid)
}

export async function removeUser(db: TenantClient, uid: string): Promise<void> {
  await db.user.delete({ where: { uid } })
}

export interface PasswordLink {
  tokenHash: Buffer<ArrayBuffer>
  expiresAt: Date
}

export async function keepPasswordLink(db: TenantClient, uid: string, { tokenHash, expiresAt }: PasswordLink) {
  await db.user.update({ where: { uid }, data: { resetTokenHash: tokenHash, resetExpiresAt: expiresAt } })
}
