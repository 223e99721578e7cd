import type { Caller } from '../../platform/access/caller.ts'
import { endSessions } from '../../platform/access/end-sessions.ts'
import { checkMayActAs, keepingAnAdmin } from '../../platform/access/held-role-repository.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { metaColumns, type StringMap } from '../../platform/lists/object-meta.ts'

interface Change {
  caller: Caller
  uid: string
  action: 'update' | 'delete'
  what: string
  /** `recordEffect` where the answer is to be kept under the request's key. */
  record?: typeof recordAudit
}

type Whom = Pick<Change, 'caller' | 'uid'>

/** What changed, for the audit: names and uids, never values. */
type Changed = Readonly<Record<string, readonly string[]>>

/**
 * Changes one user, with its audit event; the tenant keeps somebody who can undo it.
 *
 * @throws AppError ResourceNotFound, LastAdmin
 */
export async function changeUser(
  db: TenantDb,
  { caller, uid, action, what, record = recordAudit }: Change,
  change: (tx: TenantClient) => Promise<Changed | void>,
): Promise<string> {
  return db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { uid } })
    if (!user) throw new AppError('ResourceNotFound')
    const changed = await keepingAnAdmin(tx, () => change(tx))
    const details = { what, ...changed }
    return record(tx, { caller, action, resource: { kind: 'user', uid, name: user.email }, details })
  })
}

/** Whoever has these is taken for the person. */
const NAMES: ReadonlySet<string> = new Set(['email', 'firstName', 'lastName'])
const FIELDS = ['email', 'firstName', 'lastName', 'labels', 'annotations'] as const

export interface UserColumns {
  email: string
  firstName: string
  lastName: string
  meta: { labels?: StringMap | null | undefined; annotations?: StringMap | null | undefined } | undefined
}

/**
 * Takes the client of a transaction. Who gets the mail of an account gets the account, by a new password; who bears the name of
 * another is taken for them.
 *
 * @returns what it changed.
 * @throws AppError GrantExceedsOwn for another e-mail or name of somebody who may do more than the caller
 */
export async function updateUser(
  db: TenantClient,
  { caller, uid }: Whom,
  { meta, ...columns }: UserColumns,
): Promise<{ changed: string[] }> {
  const before = await db.user.findFirstOrThrow({ where: { uid } })
  const data = { ...before, ...columns, ...(meta && metaColumns(meta)) }
  const changed = FIELDS.filter((field) => data[field] !== before[field])
  if (changed.some((field) => NAMES.has(field))) await checkMayActAs(db, caller, uid)
  await db.user.update({ where: { uid }, data: Object.fromEntries(changed.map((field) => [field, data[field]])) })
  return { changed }
}

/** Takes the client of a transaction. @throws AppError GrantExceedsOwn for somebody who may do more than the caller */
export async function setActive(db: TenantClient, { caller, uid }: Whom, disabledAt: Date | null): Promise<void> {
  await checkMayActAs(db, caller, uid)
  await db.user.update({ where: { uid }, data: { disabledAt } })
  if (disabledAt) await endSessions(db, uid)
}

/**
 * Whoever signs in next at the provider with their e-mail gets the account.
 *
 * @throws AppError GrantExceedsOwn for somebody who may do more than the caller
 */
export async function unlinkIdentities(db: TenantClient, { caller, uid }: Whom): Promise<void> {
  await checkMayActAs(db, caller, uid)
  await db.ssoIdentity.deleteMany({ where: { userUid: uid } })
}

/** The same of deleting them. */
export async function removeUser(db: TenantClient, { caller, uid }: Whom): Promise<void> {
  await checkMayActAs(db, caller, uid)
  await db.user.delete({ where: { uid } })
}

export interface PasswordLink {
  madeBy: string
  tokenHash: Buffer<ArrayBuffer>
  expiresAt: Date
}

export async function keepPasswordLink(db: TenantClient, uid: string, { madeBy, ...link }: PasswordLink) {
  const data = { resetTokenHash: link.tokenHash, resetExpiresAt: link.expiresAt, passwordLinkBy: madeBy }
  await db.user.update({ where: { uid }, data })
}

/** @throws AppError ResourceNotFound */
export async function getUserUid(db: TenantClient, email: string): Promise<string> {
  const user = await db.user.findFirst({ where: { email }, select: { uid: true } })
  if (!user) throw new AppError('ResourceNotFound')
  return user.uid
}
