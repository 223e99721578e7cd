import { operations } from '@waybill/api-contract/operations'
import type { FastifyRequest } from 'fastify'
import { foldEmail } from '../../../platform/access/credentials/email.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route, type PlatformRoutes } from '../../../platform/http/route.ts'
import { changeOwnPassword, getLinkOwner, type OwnChange, setPasswordByLink } from './password-service.ts'

const { passwords } = operations

/** A password is changed by somebody who knows the current one, or who was given a link. */
export const passwordRoutes: PlatformRoutes = async (app, { platform }) => {
  const change = (request: FastifyRequest, body: Omit<OwnChange, 'address'>) => {
    const { tenantDb: db, caller, ip: address, log } = request
    return changeOwnPassword({ db, caller, tools: { prisma: platform.prisma, log } }, { ...body, address })
  }

  route(app, operations.session.changePassword, async (request) => {
    await change(request, request.body)
  })

  route(app, passwords.change, async (request, reply) => {
    const { caller, params, body } = request
    // To reset another user's password, create a link.
    if (params.uid !== caller.userUid) throw new AppError('ResourceNotFound')
    const { currentPassword, newPassword } = body
    if (!currentPassword) throw new AppError('PasswordWrong')
    sendAuditUid(reply, await change(request, { currentPassword, newPassword }))
  })

  route(app, passwords.changeByEmail, async (request, reply) => {
    const { caller, body } = request
    if (foldEmail(body.emailId.trim()) !== caller.email) throw new AppError('ResourceNotFound')
    sendAuditUid(reply, await change(request, body))
  })

  for (const operation of [passwords.resetByLink, passwords.activate]) {
    route(app, operation, async ({ params, body }) => setPasswordByLink(platform, params.passwordToken, body.password))
  }

  route(app, passwords.checkLink, async ({ body }) => {
    const { email } = await getLinkOwner(platform, body.token)
    return { email }
  })

  for (const operation of [passwords.requestLink, passwords.requestOrgs]) {
    route(app, operation, async () => {
      throw new AppError('NotSupported')
    })
  }
}
