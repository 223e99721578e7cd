import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { roleChanges, type RoleChange } from '../../../platform/access/grant-policy.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { route } from '../../../platform/http/route.ts'
import { checkProjects } from '../../projects/index.ts'
import { readRoles, unboundRoleRoutes } from '../../roles/index.ts'
import { changeUser } from '../user-account-repository.ts'
import { getUser } from '../user-list-repository.ts'
import { projectRoles, tenantRoles } from '../user-presenter.ts'
import { toPersonAccess } from './person-access.ts'
import { setRoles } from './user-role-repository.ts'

const { userRoles } = operations

/** Roles that users hold: directly, which can be changed here, and by teams. */
export const userRoleRoutes: FastifyPluginAsync = async (app) => {
  route(app, userRoles.listInTenant, async ({ tenantDb, params }) => tenantRoles(await getUser(tenantDb, params.uid)))

  route(app, userRoles.listInProjects, async ({ tenantDb, params }) => ({
    projects: projectRoles(await getUser(tenantDb, params.uid)),
  }))

  route(app, userRoles.getAccess, async ({ tenantDb, params }) =>
    toPersonAccess((await getUser(tenantDb, params.uid)).held),
  )

  route(app, userRoles.replaceInTenant, async ({ tenantDb, caller, params: { uid }, body }, reply) => {
    const change = { caller, uid, action: 'update', what: 'roles' } as const
    const auditUid = await changeUser(tenantDb, change, async (tx) => {
      const roles = await readRoles(tx, body.roles, { scope: 'tenant', field: 'roles' })
      return setRoles(tx, { caller, userUid: uid, scopeUid: tx.$tenantUid, roles })
    })
    sendAuditUid(reply, auditUid)
  })

  route(app, userRoles.replaceInProjects, async ({ tenantDb, caller, params: { uid }, body }, reply) => {
    const projects = body.projects ?? []
    const change = { caller, uid, action: 'update', what: 'projects' } as const
    const auditUid = await changeUser(tenantDb, change, async (tx) => {
      const scopeUids = projects.map(({ projectUid }) => projectUid)
      await checkProjects(tx, scopeUids)
      const changed: RoleChange[] = []
      for (const [index, { projectUid: scopeUid, roles }] of projects.entries()) {
        const read = await readRoles(tx, roles, { scope: 'project', field: `projects.${index}.roles` })
        changed.push(await setRoles(tx, { caller, userUid: uid, scopeUid, roles: read }))
      }
      return { projects: scopeUids, ...roleChanges(changed) }
    })
    sendAuditUid(reply, auditUid)
  })

  unboundRoleRoutes(app, userRoles, getUser)
}
