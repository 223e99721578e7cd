import type { RoleInput } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { listMeta, readWholePage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { useCaseOf } from '../../platform/use-case.ts'
import { listHoldings } from './role-holder-repository.ts'
import { pickRoles } from './role-list.ts'
import { toHolders, toPermissions, toRole } from './role-presenter.ts'
import {
  cloneRole,
  createRole,
  getRole,
  listAllRoles,
  removeRole,
  replaceRole,
  type RoleDraft,
} from './role-service.ts'

const { roles } = operations

export const roleRoutes: FastifyPluginAsync = async (app) => {
  route(app, roles.list, async ({ tenantDb, query }) => {
    const page = readWholePage(query)
    const found = pickRoles(await listAllRoles(tenantDb), query)
    const items = found.slice(page.offset, page.offset + page.limit).map(toRole)
    return { items, listmeta: listMeta(page, found.length) }
  })

  route(app, roles.get, async ({ tenantDb, params }) => toRole(await getRole(tenantDb, params.uid)))

  route(app, roles.create, async (request, reply) => {
    const { uid, auditUid } = await createRole(useCaseOf(request), toDraft(request.body))
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, roles.clone, async (request, reply) => {
    const { uid, auditUid } = await cloneRole(useCaseOf(request), request.params.uid, request.body.metadata.name)
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, roles.replace, async (request, reply) => {
    sendAuditUid(reply, await replaceRole(useCaseOf(request), request.params.uid, toDraft(request.body)))
  })

  route(app, roles.remove, async (request, reply) => {
    sendAuditUid(reply, await removeRole(useCaseOf(request), request.params.uid))
  })

  route(app, roles.listHolders, async ({ tenantDb, params }) => {
    const role = await getRole(tenantDb, params.uid)
    return toHolders(await listHoldings(tenantDb, role))
  })

  route(app, roles.listPermissions, async ({ query }) => toPermissions(query.scope))

  route(app, roles.listSystemFeatures, async () => ({ items: [] }))

  route(app, roles.listFeatures, async () => ({ items: [] }))
}

const toDraft = ({ metadata: { name, labels, annotations }, spec: { scope, permissions } }: RoleInput): RoleDraft => ({
  name,
  scope: scope ?? 'project',
  permissions: permissions ?? [],
  labels,
  annotations,
})
