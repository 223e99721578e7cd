import { commonErrorResponses, TENANT_COLOURS, tenantInputSchema, tenantSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { changeTenant, readTenant } from './tenant-repository.ts'

const path = '/v1/console/tenant'

export const tenantRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    path,
    {
      config: { access: 'signed-in', scope: 'tenant' },
      schema: {
        tags: ['console'],
        summary: "Settings of the caller's tenant",
        response: { 200: tenantSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb }) => {
      const tenant = await readTenant(tenantDb)
      return { ...tenant, colour: TENANT_COLOURS.find((colour) => colour === tenant.colour) ?? 'blue' }
    },
  )

  app.put(
    path,
    {
      config: { access: { permission: 'role.update' }, scope: 'tenant' },
      schema: {
        tags: ['console'],
        summary: "Replaces the settings of the caller's tenant",
        body: tenantInputSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, body }, reply) =>
      sendAuditUid(reply, await changeTenant(tenantDb, caller, body))
        .code(204)
        .send(null),
  )
}
