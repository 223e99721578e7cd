import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { route } from '../../../platform/http/route.ts'
import { toOwnSession } from './own-session-presenter.ts'
import { endOthers, endOwnSession, listOwnSessions, renameSelf } from './own-account-repository.ts'

const { ownAccount } = operations

/** Everybody may do this of themselves, and nobody of others. */
export const ownAccountRoutes: FastifyPluginAsync = async (app) => {
  route(app, ownAccount.rename, async ({ tenantDb, caller, body }, reply) => {
    sendAuditUid(reply, await renameSelf(tenantDb, caller, body))
  })

  route(app, ownAccount.listSessions, async ({ tenantDb, caller }) => {
    const sessions = await listOwnSessions(tenantDb, caller.userUid)
    return { items: sessions.map((session) => toOwnSession(session, caller)) }
  })

  route(app, ownAccount.endOtherSessions, async ({ tenantDb, caller }, reply) => {
    sendAuditUid(reply, await endOthers(tenantDb, caller))
  })

  route(app, ownAccount.endSession, async ({ tenantDb, caller, params }, reply) => {
    const auditUid = await endOwnSession(tenantDb, caller, params.uid)
    if (auditUid === undefined) throw new AppError('ResourceNotFound')
    sendAuditUid(reply, auditUid)
  })
}
