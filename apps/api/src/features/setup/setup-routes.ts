import { commonErrorResponses, setupRequestSchema, setupResponseSchema, setupStateSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { refuseCrossSite } from '../../platform/access/cross-site.ts'
import type { Platform } from '../../platform/platform.ts'
import { createSetupPorts, hasTenant } from './setup-repository.ts'
import { setUpTenant } from './setup-service.ts'

const path = '/v1/console/setup'

export const setupRoutes: FastifyPluginAsyncZod<{ platform: Platform }> = async (app, { platform }) => {
  const ports = createSetupPorts(platform)

  app.get(
    path,
    {
      config: { access: 'public' },
      schema: {
        tags: ['console'],
        summary: 'Whether this installation waits for its first tenant',
        response: { 200: setupStateSchema, ...commonErrorResponses },
      },
    },
    async () => ({ isNeeded: !(await hasTenant(platform)) }),
  )

  app.post(
    path,
    {
      config: { access: 'public' },
      onRequest: async (request) => refuseCrossSite(request),
      schema: {
        tags: ['console'],
        summary: 'Make a tenant with its first administrator, by the setup code of the installation',
        body: setupRequestSchema,
        response: { 201: setupResponseSchema, ...commonErrorResponses },
      },
    },
    async (request, reply) => {
      const { firstName, lastName, ...body } = request.body
      const names = { firstName: firstName ?? '', lastName: lastName ?? '' }
      const { auditUid, ...made } = await setUpTenant(ports, { ...body, ...names, address: request.ip })
      return sendAuditUid(reply, auditUid).code(201).send(made)
    },
  )
}
