import { hashChosenPassword } from '../../../platform/access/credentials/chosen-password.ts'
import { verifyPassword } from '../../../platform/access/credentials/password.ts'
import { endSessions } from '../../../platform/access/end-sessions.ts'
import { mayActAs } from '../../../platform/access/roles/held-role-repository.ts'
import { sessionTokenHash } from '../../../platform/access/session.ts'
import { recordAudit } from '../../../platform/audit/audit-log.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Platform } from '../../../platform/platform.ts'
import { countAgainst, forgive, type RateLimit } from '../../../platform/rates/rate-limit.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import { findTenantScope } from '../session-repository.ts'
import { findLinkOwner, getPasswordHash, type LinkOwner, useLink, writePasswordHash } from './password-repository.ts'

/** Somebody at another's browser can guess no faster than at signing in. */
const GUESSES: RateLimit = { name: 'own-password', max: 8, windowSeconds: 300 }

type LinkTools = Pick<Platform, 'prisma' | 'tenantDb' | 'now'>

/**
 * The user of a link.
 * @throws AppError PasswordLinkInvalid, also if its creator may no longer act as that user: either's roles have changed,
 * or the creator is disabled or gone
 */
export async function getLinkOwner({ prisma, tenantDb, now }: LinkTools, token: string): Promise<LinkOwner> {
  const user = await findLinkOwner(prisma, sessionTokenHash(token), now())
  if (!user || !(await mayMakerActAs(tenantDb(user.tenantUid), user))) throw new AppError('PasswordLinkInvalid')
  return user
}

const mayMakerActAs = (db: TenantClient, { uid, passwordLinkBy }: LinkOwner): Promise<boolean> =>
  mayActAs(db, { actorUid: passwordLinkBy ?? uid, userUid: uid })

/** @throws AppError PasswordGuessable; PasswordLinkInvalid as `getLinkOwner` does */
export async function setPasswordByLink(tools: LinkTools, token: string, password: string): Promise<void> {
  const user = await getLinkOwner(tools, token)
  const { uid, email } = user
  const passwordHash = await hashChosenPassword(password, user)
  const db = tools.tenantDb(user.tenantUid)
  const scope = await findTenantScope(db)
  await db.$transaction(async (tx) => {
    const isUsable = await useLink(tx, { uid, linkHash: sessionTokenHash(token) }, passwordHash)
    // Once more: roles can have changed while the password was hashed.
    if (!isUsable || !(await mayMakerActAs(tx, user))) throw new AppError('PasswordLinkInvalid')
    await endSessions(tx, uid)
    const caller = { userUid: uid, email, scope }
    const resource = { kind: 'user', uid, name: email }
    await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password', via: 'link' } })
  })
}

export interface OwnChange {
  currentPassword: string
  newPassword: string
  /** The address of the request. */
  address: string
}

/**
 * Ends all sessions and tokens that were opened with the old password, except for the browser that asks.
 * @returns the uid of the audit event
 * @throws AppError PasswordWrong, TooManyRequests, PasswordGuessable
 */
export async function changeOwnPassword(
  { db, caller, tools }: UseCase<'prisma'> & { tools: { log: { warn: (facts: object, message: string) => void } } },
  { currentPassword, newPassword, address }: OwnChange,
): Promise<string> {
  const { userUid, email } = caller
  const resource = { kind: 'user', uid: userUid, name: email }
  const subject = `${userUid} ${address}`
  await countAgainst(tools.prisma, GUESSES, subject)
  if (!(await verifyPassword(await getPasswordHash(db, userUid), currentPassword))) {
    tools.log.warn({ address, code: 'PasswordWrong', userUids: [userUid] }, 'password change refused')
    await recordAudit(db, { caller, action: 'refuse-login', resource, details: { via: 'password change', address } })
    throw new AppError('PasswordWrong')
  }
  await forgive(tools.prisma, GUESSES, subject)
  const passwordHash = await hashChosenPassword(newPassword, caller)
  return db.$transaction(async (tx) => {
    await writePasswordHash(tx, userUid, passwordHash)
    await endSessions(tx, userUid, { kept: caller.via === 'session' ? caller.sessionUid : undefined })
    return recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password' } })
  })
}
