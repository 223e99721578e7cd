import type { ConsoleTeamBody } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { listMeta, readPage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { useCaseOf } from '../../platform/use-case.ts'
import { countTeams, getTeam, listTeams, readConsoleQuery, type ListedTeam } from './team-list-repository.ts'
import { projectRoles, tenantRoles } from './team-presenter.ts'
import { addMembers, changeTeam, removeMember } from './team-service.ts'

const { teams, teamMembers } = operations

/** Teams as the console shows and changes them. */
export const consoleTeamRoutes: FastifyPluginAsync = async (app) => {
  route(app, teams.listForConsole, async ({ tenantDb, query }) => {
    const page = readPage(query)
    const question = readConsoleQuery(query)
    const items = (await listTeams(tenantDb, question, page)).map(toListItem)
    return { items, listmeta: listMeta(page, await countTeams(tenantDb, question)) }
  })

  route(app, teams.getForConsole, async ({ tenantDb, params }) => {
    const team = await getTeam(tenantDb, params.uid)
    const members = team.members.map(({ uid, name, email, isActive }) => ({ uid, name, email, isActive }))
    return { ...toListItem(team), members }
  })

  route(app, teamMembers.add, async (request, reply) => {
    const { caller, body } = request
    const { uid } = request.params
    const auditUid = await changeTeam(useCaseOf(request), uid, (tx) =>
      addMembers(tx, { caller, uid, users: body.userUids }),
    )
    sendAuditUid(reply, auditUid)
  })

  route(app, teamMembers.remove, async (request, reply) => {
    const { uid, userUid } = request.params
    sendAuditUid(
      reply,
      await changeTeam(useCaseOf(request), uid, (tx) => removeMember(tx, { caller: request.caller, uid, userUid })),
    )
  })
}

const toListItem = (team: ListedTeam): Omit<ConsoleTeamBody, 'members'> => ({
  uid: team.uid,
  name: team.name,
  memberCount: team.members.length,
  tenantRoles: tenantRoles(team),
  projects: projectRoles(team),
})
