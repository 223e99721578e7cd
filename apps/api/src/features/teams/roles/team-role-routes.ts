import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { replacingList } from '../../../platform/lists/replacing-list.ts'
import { route } from '../../../platform/http/route.ts'
import { useCaseOf } from '../../../platform/use-case.ts'
import { setRolesInProjects } from '../../projects/index.ts'
import { unboundRoleRoutes } from '../../roles/index.ts'
import { getTeam } from '../team-list-repository.ts'
import { projectRoles, tenantRoles } from '../team-presenter.ts'
import { changeTeam } from '../team-service.ts'
import { setRoles, setTenantRoles } from './team-role-service.ts'

const { teamRoles } = operations

/** Roles that members of a team hold through it. */
export const teamRoleRoutes: FastifyPluginAsync = async (app) => {
  route(app, teamRoles.listInTenant, async ({ tenantDb, params }) => ({
    roles: tenantRoles(await getTeam(tenantDb, params.uid)),
  }))

  route(app, teamRoles.listInProjects, async ({ tenantDb, params }) => ({
    projects: projectRoles(await getTeam(tenantDb, params.uid)).map((project) => ({ ...project, inheritedRoles: [] })),
  }))

  route(app, teamRoles.replaceInTenant, async (request, reply) => {
    const { caller, body } = request
    const { uid } = request.params
    const auditUid = await changeTeam(useCaseOf(request), uid, (tx) =>
      setTenantRoles(tx, { caller, teamUid: uid, roles: replacingList(body.roles, 'roles'), field: 'roles' }),
    )
    sendAuditUid(reply, auditUid)
  })

  route(app, teamRoles.replaceInProjects, async (request, reply) => {
    const { caller, body } = request
    const { uid } = request.params
    const auditUid = await changeTeam(useCaseOf(request), uid, (tx) =>
      setRolesInProjects(tx, replacingList(body.projects, 'projects'), (projectUid, roles) =>
        setRoles(tx, { caller, teamUid: uid, projectUid, roles }),
      ),
    )
    sendAuditUid(reply, auditUid)
  })

  unboundRoleRoutes(app, teamRoles, getTeam)
}
