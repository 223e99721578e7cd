import type { operations } from '@waybill/api-contract/operations'
import type { FastifyInstance } from 'fastify'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { route } from '../../platform/http/route.ts'

type UnboundOperations = typeof operations.userRoles | typeof operations.teamRoles

/**
 * Roles bound to resources and workspaces, of users and teams: there are none here. `find` throws for an unknown
 * holder.
 */
export function unboundRoleRoutes(
  app: FastifyInstance,
  held: UnboundOperations,
  find: (db: TenantClient, uid: string) => Promise<unknown>,
): void {
  route(app, held.listInResources, async ({ tenantDb, params }) => {
    await find(tenantDb, params.uid)
    return { resourceRoles: [] }
  })

  route(app, held.addInResources, async ({ tenantDb, params }) => {
    await find(tenantDb, params.uid)
    throw new AppError('NotSupported')
  })

  for (const operation of [held.changeInResources, held.removeInResources]) {
    route(app, operation, async () => {
      throw new AppError('ResourceNotFound')
    })
  }

  route(app, held.listInWorkspaces, async ({ tenantDb, params }) => {
    await find(tenantDb, params.uid)
    return { projects: [] }
  })

  route(app, held.replaceInWorkspaces, async ({ tenantDb, params, body }) => {
    await find(tenantDb, params.uid)
    if (body.workspaces?.length) throw new AppError('NotSupported', { params: { field: 'workspaces' } })
  })
}
