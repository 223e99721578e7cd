import { commonErrorResponses } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../../platform/audit/audit-log.ts'
import { REGISTRY_FORMS } from './registry-forms.ts'
import { createRegistryRepository } from '../registry-repository.ts'
import {
  deleteQuery,
  IN_TENANT,
  REGISTRY_TAGS as tags,
  registryParams as params,
  type RegistryRouteOptions,
} from '../registry-route-parts.ts'
import { deleteRegistry } from '../registry-service.ts'

export const registryFormRoutes: FastifyPluginAsyncZod<RegistryRouteOptions> = async (app, { tools }) => {
  for (const { noun, item, body, isOfForm, mayRead, present } of REGISTRY_FORMS) {
    app.get(
      item,
      {
        config: { access: { permission: 'packRegistry.get' } },
        schema: {
          tags,
          summary: `Read ${noun}; secrets are masked`,
          params,
          response: { 200: body, ...commonErrorResponses },
        },
      },
      async ({ tenantDb, params: { uid } }) => {
        const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ uid })
        if (!registry || !mayRead(registry)) throw new AppError('ResourceNotFound')
        return present(registry)
      },
    )

    app.delete(
      item,
      {
        config: IN_TENANT.delete,
        schema: {
          tags,
          summary: `Delete ${noun} with its packs`,
          params,
          querystring: deleteQuery,
          response: { 204: z.null(), ...commonErrorResponses },
        },
      },
      async ({ tenantDb: db, caller, params: { uid }, query }, reply) => {
        const wanted = { uid, isOfForm }
        const auditUid = await deleteRegistry({ db, caller, tools }, { wanted, force: query.force === 'true' })
        return sendAuditUid(reply, auditUid).code(204).send(null)
      },
    )
  }
}
