import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { endSessions } from '../../platform/access/end-sessions.ts'
import { hashPassword, verifyPassword } from '../../platform/access/password.ts'
import { sessionTokenHash } from '../../platform/access/session.ts'
import { recordAudit } from '../../platform/audit/audit-log.ts'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { countAgainst, forgive, type RateLimit } from '../../platform/http/rates/rate-limit.ts'
import { route } from '../../platform/http/route.ts'
import type { Platform } from '../../platform/platform.ts'
import { findTenantScope } from './session-repository.ts'

/** Who borrowed a browser guesses no further than who signs in. */
const GUESSES: RateLimit = { name: 'own-password', max: 8, windowSeconds: 300 }

/** Passwords are changed by who knows the present one, or by who was given a link. */
export const passwordRoutes: FastifyPluginAsync<{ platform: Platform }> = async (app, { platform }) => {
  route(app, operations.session.changePassword, async (request) => {
    const { caller, tenantDb, body } = request
    await checkPassword(platform, request, body.currentPassword)
    const passwordHash = await hashPassword(body.newPassword)
    const token = caller.via === 'session' ? platform.sessionCookie.read(request) : undefined
    await tenantDb.$transaction(async (tx) => {
      await tx.user.update({ where: { uid: caller.userUid }, data: { passwordHash } })
      await endSessions(tx, caller.userUid, { kept: token === undefined ? undefined : sessionTokenHash(token) })
      const resource = { kind: 'user', uid: caller.userUid, name: caller.email }
      await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password' } })
    })
  })

  route(app, operations.session.resetPassword, async ({ params, body }) => {
    const linkHash = sessionTokenHash(params.passwordToken)
    const user = await platform.prisma.user.findUnique({ where: { resetTokenHash: linkHash } })
    const isOpen = user?.resetExpiresAt && user.resetExpiresAt > platform.now() && user.disabledAt === null
    if (!user || !isOpen) throw new AppError('PasswordLinkInvalid')
    const { uid, email } = user
    const passwordHash = await hashPassword(body.password)
    const db = platform.tenantDb(user.tenantUid)
    await db.$transaction(async (tx) => {
      // Of two that use it at once, one finds it used.
      const where = { uid, resetTokenHash: linkHash }
      const { count } = await tx.user.updateMany({ where, data: { passwordHash, resetTokenHash: null } })
      if (count === 0) throw new AppError('PasswordLinkInvalid')
      await endSessions(tx, uid)
      const caller = { userUid: uid, email, scope: await findTenantScope(db) }
      const resource = { kind: 'user', uid, name: email }
      await recordAudit(tx, { caller, action: 'update', resource, details: { what: 'password', via: 'link' } })
    })
  })
}

async function checkPassword({ prisma }: Platform, { caller, tenantDb, ip }: FastifyRequest, password: string) {
  const subject = `${caller.userUid} ${ip}`
  await countAgainst(prisma, GUESSES, subject)
  const { passwordHash } = await tenantDb.user.findUniqueOrThrow({ where: { uid: caller.userUid } })
  if (!(await verifyPassword(passwordHash, password))) throw new AppError('PasswordWrong')
  await forgive(prisma, GUESSES, subject)
}
