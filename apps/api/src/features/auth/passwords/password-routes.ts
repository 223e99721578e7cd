import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { foldEmail } from '../../../platform/access/credentials/email.ts'
import { hashChosenPassword } from '../../../platform/access/credentials/chosen-password.ts'
import { verifyPassword } from '../../../platform/access/credentials/password.ts'
import { sessionTokenHash } from '../../../platform/access/session.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { countAgainst, forgive, type RateLimit } from '../../../platform/rates/rate-limit.ts'
import { route } from '../../../platform/http/route.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  findLinkOwner,
  getPasswordHash,
  recordWrongPassword,
  setOwnPassword,
  setPasswordByLink,
} from './password-repository.ts'

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
    if (foldEmail(body.emailId.trim()) !== caller.email) throw new AppError('ResourceNotFound')
    sendAuditUid(reply, await changeOwn(platform, request, body))
  })

  for (const operation of [passwords.resetByLink, passwords.activate]) {
    route(app, operation, async ({ params, body }) => setByLink(platform, params.passwordToken, body.password))
  }

  route(app, passwords.checkLink, async ({ body }) => {
    await linkOwner(platform, sessionTokenHash(body.token))
  })

  for (const operation of [passwords.requestLink, passwords.requestOrgs]) {
    route(app, operation, async () => {
      throw new AppError('NotSupported')
    })
  }
}

async function linkOwner({ prisma, now }: Platform, linkHash: ReturnType<typeof sessionTokenHash>) {
  const user = await findLinkOwner(prisma, linkHash, now())
  if (!user) throw new AppError('PasswordLinkInvalid')
  return user
}

async function setByLink(platform: Platform, passwordToken: string, password: string): Promise<void> {
  const linkHash = sessionTokenHash(passwordToken)
  const user = await linkOwner(platform, linkHash)
  const passwordHash = await hashChosenPassword(password, user)
  await setPasswordByLink(platform.tenantDb(user.tenantUid), { ...user, linkHash, passwordHash })
}

async function checkPassword({ prisma }: Platform, request: FastifyRequest, password: string) {
  const { caller, tenantDb, ip: address, log } = request
  const subject = `${caller.userUid} ${address}`
  await countAgainst(prisma, GUESSES, subject)
  if (!(await verifyPassword(await getPasswordHash(tenantDb, caller.userUid), password))) {
    log.warn({ address, code: 'PasswordWrong', userUids: [caller.userUid] }, 'password change refused')
    await recordWrongPassword(tenantDb, caller, address)
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
  const passwordHash = await hashChosenPassword(newPassword, caller)
  const kept = caller.via === 'session' ? caller.sessionUid : undefined
  return setOwnPassword(tenantDb, caller, { passwordHash, kept })
}
