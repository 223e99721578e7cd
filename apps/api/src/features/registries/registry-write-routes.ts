import { commonErrorResponses, uidBodySchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { REGISTRY_FORMS } from './forms/registry-forms.ts'
import { isSyncSkipped, readDraft } from './forms/registry-input.ts'
import {
  IN_TENANT,
  REGISTRY_TAGS as tags,
  registryFlag,
  registryParams as params,
  type RegistryRouteOptions,
} from './registry-route-parts.ts'
import { createRegistry, replaceRegistry } from './registry-service.ts'

export const registryWriteRoutes: FastifyPluginAsyncZod<RegistryRouteOptions> = async (app, { tools }) => {
  for (const { form, noun, collection, item, isOfForm, input } of REGISTRY_FORMS) {
    app.post(
      collection,
      {
        config: IN_TENANT.create,
        schema: {
          tags,
          summary: `Make ${noun}`,
          querystring: z.object({ skipPackSync: registryFlag.describe('Leave out the first sync') }),
          body: input,
          response: { 201: uidBodySchema, ...commonErrorResponses },
        },
      },
      async ({ tenantDb: db, caller, body, query }, reply) => {
        const skipSync = query.skipPackSync === 'true' || isSyncSkipped(body.spec)
        const created = await createRegistry({ db, caller, tools }, { draft: readDraft(form, body), skipSync })
        return sendAuditUid(reply, created.auditUid).code(201).send({ uid: created.uid })
      },
    )

    app.put(
      item,
      {
        config: IN_TENANT.update,
        schema: {
          tags,
          summary: `Replace ${noun}; a secret that is the mask stays as it is`,
          params,
          querystring: z.object({ forceSync: registryFlag.describe('Read everything again afterwards') }),
          body: input,
          response: { 204: z.null(), ...commonErrorResponses },
        },
      },
      async ({ tenantDb: db, caller, params: { uid }, body, query }, reply) => {
        const draft = readDraft(form, body)
        const forceSync = query.forceSync === 'true'
        const auditUid = await replaceRegistry({ db, caller, tools }, { wanted: { uid, isOfForm }, draft, forceSync })
        return sendAuditUid(reply, auditUid).code(204).send(null)
      },
    )
  }
}
