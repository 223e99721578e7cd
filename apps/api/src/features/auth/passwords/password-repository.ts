import type { Caller } from '../../../platform/access/caller.ts'
import { endSessions } from '../../../platform/access/end-sessions.ts'
import { mayActAs } from '../../../platform/access/held-role-repository.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { Database } from '../../../platform/database/prisma.ts'
import type { TenantDb } from '../../../platform/database/tenant-db.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { findTenantScope } from '../session-repository.ts'

type LinkHash = Buffer<ArrayBuffer>

/** Whose link it is, in whatever tenant, as long as it works. */
export const findLinkOwner = (prisma: Database, linkHash: LinkHash, now: Date) =>
  prisma.user.findFirst({
    where: { resetTokenHash: linkHash, resetExpiresAt: { gt: now }, disabledAt: null },
    select: { uid: true, email: true, tenantUid: true, passwordLinkBy: true },
  })

interface LinkUse {
  uid: string
  email: string
  /** Who made the link; null for those of before that was kept. */
  passwordLinkBy: string | null
  linkHash: LinkHash
  passwordHash: string
}

/**
 * @throws AppError PasswordLinkInvalid: of two that use a link at once, one finds it used; and whoever made it may meanwhile not act
 * as its user any more, who was given more, or they less.
 */
export async function setPasswordByLink(
  db: TenantDb,
  { uid, email, passwordLinkBy, linkHash, passwordHash }: LinkUse,
): Promise<void> {
  const scope = await findTenantScope(db)
  await db.$transaction(async (tx) => {
    const where = { uid, resetTokenHash: linkHash }
    const { count } = await tx.user.updateMany({ where, data: { passwordHash, resetTokenHash: null } })
    const isTheirs = passwordLinkBy === null || (await mayActAs(tx, { actorUid: passwordLinkBy, userUid: uid }))
    if (count === 0 || !isTheirs) throw new AppError('PasswordLinkInvalid')
    await endSessions(tx, uid)
    const caller = { userUid: uid, email, scope }
    const resource = { kind: 'user', uid, name: email }
    await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password', via: 'link' } })
  })
}

export async function getPasswordHash(db: TenantDb, uid: string): Promise<string> {
  return (await db.user.findFirstOrThrow({ where: { uid }, select: { passwordHash: true } })).passwordHash
}

interface OwnPassword {
  passwordHash: string
  /** The session that goes on. */
  kept: string | undefined
}

/** @returns the uid of the audit event. */
export async function setOwnPassword(
  db: TenantDb,
  caller: Caller,
  { passwordHash, kept }: OwnPassword,
): Promise<string> {
  return db.$transaction(async (tx) => {
    await tx.user.update({ where: { uid: caller.userUid }, data: { passwordHash } })
    await endSessions(tx, caller.userUid, { kept })
    const resource = { kind: 'user', uid: caller.userUid, name: caller.email }
    return recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password' } })
  })
}

export async function recordWrongPassword(db: TenantDb, caller: Caller, address: string): Promise<void> {
  await recordAudit(db, {
    caller,
    action: 'refuse-login',
    resource: { kind: 'user', uid: caller.userUid, name: caller.email },
    details: { via: 'password change', address },
  })
}
