import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { endSessions } from '../../platform/access/end-sessions.ts'
import { hashPassword, verifyPassword } from '../../platform/access/password.ts'
import { sessionTokenHash } from '../../platform/access/session.ts'
import { recordAudit, sendAuditUid } from '../../platform/audit/audit-log.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { countAgainst, forgive, type RateLimit } from '../../platform/http/rates/rate-limit.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { findTenantScope } from './session-repository.ts'

/** Who borrowed a browser guesses no further than who signs in. */
const GUESSES: RateLimit = { name: 'own-password', max: 8, windowSeconds: 300 }

const { passwords } = operations

/** Passwords are changed by who knows the present one, or by who was given a link. */
export const passwordRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  route(app, operations.session.changePassword, async (request) => {
    await changeOwn(platform, request, request.body)
  })

  route(app, passwords.change, async (request, reply) => {
    const { caller, params, body } = request
    // Who resets the password of others makes a link.
    if (params.uid !== caller.userUid) throw new AppError('ResourceNotFound')
    const { currentPassword, newPassword } = body
    if (!currentPassword) throw new AppError('PasswordWrong')
    sendAuditUid(reply, await changeOwn(platform, request, { currentPassword, newPassword }))
  })

  route(app, passwords.changeByEmail, async (request, reply) => {
    const { caller, body } = request
    if (body.emailId.trim().toLowerCase() !== caller.email) throw new AppError('ResourceNotFound')
    sendAuditUid(reply, await changeOwn(platform, request, body))
  })

  for (const operation of [passwords.resetByLink, passwords.activate]) {
    route(app, operation, async ({ params, body }) => setByLink(platform, params.passwordToken, body.password))
  }

  for (const operation of [passwords.requestLink, passwords.requestOrgs]) {
    route(app, operation, async () => {
      throw new AppError('NotSupported')
    })
  }
}

async function setByLink(platform: Platform, passwordToken: string, password: string): Promise<void> {
  const linkHash = sessionTokenHash(passwordToken)
  const user = await platform.prisma.user.findUnique({ where: { resetTokenHash: linkHash } })
  const isOpen = user?.resetExpiresAt && user.resetExpiresAt > platform.now() && user.disabledAt === null
  if (!user || !isOpen) throw new AppError('PasswordLinkInvalid')
  const { uid, email } = user
  const passwordHash = await hashPassword(password)
  const db = platform.tenantDb(user.tenantUid)
  const scope = await findTenantScope(db)
  await db.$transaction(async (tx) => {
    // Of two that use it at once, one finds it used.
    const where = { uid, resetTokenHash: linkHash }
    const { count } = await tx.user.updateMany({ where, data: { passwordHash, resetTokenHash: null } })
    if (count === 0) throw new AppError('PasswordLinkInvalid')
    await endSessions(tx, uid)
    const caller = { userUid: uid, email, scope }
    const resource = { kind: 'user', uid, name: email }
    await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password', via: 'link' } })
  })
}

async function checkPassword({ prisma }: Platform, request: FastifyRequest, password: string) {
  const { caller, tenantDb, ip } = request
  const subject = `${caller.userUid} ${ip}`
  await countAgainst(prisma, GUESSES, subject)
  const { passwordHash } = await tenantDb.user.findUniqueOrThrow({ where: { uid: caller.userUid } })
  if (!(await verifyPassword(passwordHash, password))) {
    await recordWrongPassword(request)
    throw new AppError('PasswordWrong')
  }
  await forgive(prisma, GUESSES, subject)
}

interface OwnChange {
  currentPassword: string
  newPassword: string
}

/** Ends all that is signed in with the old one, but for the browser that asks. */
async function changeOwn(platform: Platform, request: FastifyRequest, { currentPassword, newPassword }: OwnChange) {
  const { caller, tenantDb } = request
  await checkPassword(platform, request, currentPassword)
  const passwordHash = await hashPassword(newPassword)
  const token = caller.via === 'session' ? platform.sessionCookie.read(request) : undefined
  return tenantDb.$transaction(async (tx) => {
    await tx.user.update({ where: { uid: caller.userUid }, data: { passwordHash } })
    await endSessions(tx, caller.userUid, { kept: token === undefined ? undefined : sessionTokenHash(token) })
    const resource = { kind: 'user', uid: caller.userUid, name: caller.email }
    return recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password' } })
  })
}

/** In the log and the audit log, as a sign-in with a wrong password is. */
async function recordWrongPassword({ caller, tenantDb, ip: address, log }: FastifyRequest): Promise<void> {
  log.warn({ address, code: 'PasswordWrong', userUids: [caller.userUid] }, 'password change refused')
  await recordAudit(tenantDb, {
    caller,
    action: 'refuse-login',
    resource: { kind: 'user', uid: caller.userUid, name: caller.email },
    details: { via: 'password change', address },
  })
}
