import { readName } from '../../platform/lists/read-name.ts'
import { patchedTeamSchema, type TeamInput } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { patchDocument } from '../../platform/http/json-patch/patch-document.ts'
import { listMeta, readWholePage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { useCaseOf } from '../../platform/use-case.ts'
import { countTeams, getTeam, listTeams, readSummaryFilter, readTeamQuery } from './team-list-repository.ts'
import { toTeam, toTeamSummary } from './team-presenter.ts'
import { changeTeam, createTeam, removeTeam, replaceTeam, type TeamDraft } from './team-service.ts'

const { teams } = operations

export const teamRoutes: FastifyPluginAsync = async (app) => {
  route(app, teams.list, async ({ tenantDb, query }) => {
    const page = readWholePage(query)
    const question = readTeamQuery(query)
    const items = (await listTeams(tenantDb, question, page)).map(toTeam)
    return { items, listmeta: listMeta(page, await countTeams(tenantDb, question)) }
  })

  route(app, teams.search, async ({ tenantDb, body }) => {
    const question = readSummaryFilter({ filter: body?.filter, sort: body?.sort ?? [] })
    return { items: (await listTeams(tenantDb, question)).map(toTeamSummary) }
  })

  route(app, teams.get, async ({ tenantDb, params }) => toTeam(await getTeam(tenantDb, params.uid)))

  route(app, teams.create, async (request, reply) => {
    const { uid, auditUid } = await createTeam(useCaseOf(request), toDraft(request.body))
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, teams.replace, async (request, reply) => {
    const { caller, body } = request
    const { uid } = request.params
    const auditUid = await changeTeam(useCaseOf(request), uid, (tx) =>
      replaceTeam(tx, { caller, uid, draft: toDraft(body) }),
    )
    sendAuditUid(reply, auditUid)
  })

  route(app, teams.patch, async (request, reply) => {
    const { caller, body } = request
    const { uid } = request.params
    const auditUid = await changeTeam(useCaseOf(request), uid, async (tx) => {
      const patched = patchDocument(patchedTeamSchema, toTeam(await getTeam(tx, uid)), body)
      return replaceTeam(tx, { caller, uid, draft: toDraft(patched) })
    })
    sendAuditUid(reply, auditUid)
  })

  route(app, teams.remove, async (request, reply) => {
    sendAuditUid(reply, await removeTeam(useCaseOf(request), request.params.uid))
  })
}

const toDraft = ({ metadata: { name, labels, annotations }, spec }: TeamInput): TeamDraft => ({
  name: readName(name),
  labels,
  annotations,
  users: spec?.users ?? undefined,
  roles: spec?.roles ?? undefined,
})
