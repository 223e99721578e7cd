import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { foldEmail } from '../../platform/access/credentials/email.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { route } from '../../platform/http/route.ts'
import { listMeta, readWholePage } from '../../platform/lists/paging.ts'
import { useCaseOf } from '../../platform/use-case.ts'
import { readPersonNames } from './person-names.ts'
import { countUsers, getUser, listUsers, readSummaryFilter, readUserQuery } from './user-list-repository.ts'
import { toUser, toUserSummary } from './user-presenter.ts'
import { createUser } from './user-service.ts'

const { accounts, users } = operations

export const userRoutes: FastifyPluginAsync = async (app) => {
  route(app, users.getInfo, async ({ caller: { tenantName, tenantUid, userUid } }) => ({
    orgName: tenantName,
    tenantUid,
    userUid,
  }))

  route(app, accounts.getMe, async ({ tenantDb, caller }) => toUser(await getUser(tenantDb, caller.userUid)))

  route(app, accounts.get, async ({ tenantDb, params }) => toUser(await getUser(tenantDb, params.uid)))

  route(app, users.list, async ({ tenantDb, query }) => {
    const page = readWholePage(query)
    const question = readUserQuery(query)
    const items = (await listUsers(tenantDb, question, page)).map(toUser)
    return { items, listmeta: listMeta(page, await countUsers(tenantDb, question)) }
  })

  route(app, users.create, async (request, reply) => {
    const { metadata, spec } = request.body
    const { uid, auditUid } = await createUser(useCaseOf(request), {
      email: foldEmail(spec.emailId),
      ...readPersonNames(spec),
      meta: metadata ?? undefined,
      roles: spec.roles,
      teamUids: spec.teams ?? [],
    })
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, users.listNames, async ({ tenantDb }) => {
    const found = await listUsers(tenantDb, readUserQuery({}))
    return { items: found.map(({ uid, name, email }) => ({ uid, name, emailId: email })) }
  })

  route(app, users.search, async ({ tenantDb, body }) => {
    const question = readSummaryFilter({ filter: body?.filter, sort: body?.sort ?? [] })
    return { items: (await listUsers(tenantDb, question)).map(toUserSummary) }
  })
}
