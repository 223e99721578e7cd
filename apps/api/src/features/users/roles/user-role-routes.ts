import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { useCaseOf } from '../../../platform/use-case.ts'
import { setRolesInProjects } from '../../projects/index.ts'
import { unboundRoleRoutes } from '../../roles/index.ts'
import { getUser } from '../user-list-repository.ts'
import { projectRoles, tenantRoles } from '../user-presenter.ts'
import { changeUser } from '../user-service.ts'
import { toPersonAccess } from './person-access.ts'
import { setRoles, setTenantRoles } from './user-role-service.ts'

const { userRoles } = operations

/** Roles that users hold: directly, which these routes can change, and through teams. */
export const userRoleRoutes: FastifyPluginAsync = async (app) => {
  route(app, userRoles.listInTenant, async ({ tenantDb, params }) => tenantRoles(await getUser(tenantDb, params.uid)))

  route(app, userRoles.listInProjects, async ({ tenantDb, params }) => ({
    projects: projectRoles(await getUser(tenantDb, params.uid)),
  }))

  route(app, userRoles.getAccess, async ({ tenantDb, params }) =>
    toPersonAccess((await getUser(tenantDb, params.uid)).held),
  )

  route(app, userRoles.replaceInTenant, async (request, reply) => {
    const { caller, params, body } = request
    const auditUid = await changeUser(useCaseOf(request), { uid: params.uid, what: 'roles' }, (tx) =>
      setTenantRoles(tx, { caller, userUid: params.uid, roles: body.roles, field: 'roles' }),
    )
    sendAuditUid(reply, auditUid)
  })

  route(app, userRoles.replaceInProjects, async (request, reply) => {
    const { caller, params, body } = request
    const auditUid = await changeUser(useCaseOf(request), { uid: params.uid, what: 'projects' }, (tx) =>
      setRolesInProjects(tx, body.projects ?? [], (scopeUid, roles) =>
        setRoles(tx, { caller, userUid: params.uid, scopeUid, roles }),
      ),
    )
    sendAuditUid(reply, auditUid)
  })

  unboundRoleRoutes(app, userRoles, getUser)
}
