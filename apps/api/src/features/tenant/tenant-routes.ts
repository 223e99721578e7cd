import { TENANT_COLOURS } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { readName } from '../../platform/lists/read-name.ts'
import { route } from '../../platform/http/route.ts'
import { readTenant } from './tenant-repository.ts'
import { changeTenant } from './tenant-service.ts'

export const tenantRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.tenant.get, async ({ tenantDb }) => {
    const tenant = await readTenant(tenantDb)
    return { ...tenant, colour: TENANT_COLOURS.find((colour) => colour === tenant.colour) ?? 'blue' }
  })

  route(app, operations.tenant.replace, async ({ tenantDb, caller, body }, reply) => {
    sendAuditUid(reply, await changeTenant({ db: tenantDb, caller }, { ...body, name: readName(body.name, 'name') }))
  })
}
