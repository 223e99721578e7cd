import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { toOwnSession } from './own-session-presenter.ts'
import { listOwnSessions } from './own-account-repository.ts'
import { endOthers, endOwnSession, renameSelf } from './own-account-service.ts'

const { ownAccount } = operations

/** Everybody may do this to their own account, and nobody to others'. */
export const ownAccountRoutes: FastifyPluginAsync = async (app) => {
  route(app, ownAccount.rename, async ({ tenantDb, caller, body }, reply) => {
    sendAuditUid(reply, await renameSelf({ db: tenantDb, caller }, body))
  })

  route(app, ownAccount.listSessions, async ({ tenantDb, caller }) => {
    const sessions = await listOwnSessions(tenantDb, caller.userUid)
    return { items: sessions.map((session) => toOwnSession(session, caller)) }
  })

  route(app, ownAccount.endOtherSessions, async ({ tenantDb, caller }, reply) => {
    sendAuditUid(reply, await endOthers({ db: tenantDb, caller }))
  })

  route(app, ownAccount.endSession, async ({ tenantDb, caller, params }, reply) => {
    sendAuditUid(reply, await endOwnSession({ db: tenantDb, caller }, params.uid))
  })
}
