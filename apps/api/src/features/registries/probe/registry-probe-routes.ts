import { commonErrorResponses } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { REGISTRY_FORMS } from '../forms/registry-forms.ts'
import { readDraft } from '../forms/registry-input.ts'
import { IN_TENANT, REGISTRY_TAGS as tags, type RegistryRouteOptions } from '../registry-route-parts.ts'
import { probeRegistry } from './registry-probe-service.ts'

export const registryProbeRoutes: FastifyPluginAsyncZod<RegistryRouteOptions> = async (app, { tools }) => {
  for (const { form, noun, collection, probe } of REGISTRY_FORMS) {
    app.post(
      `${collection}/validate`,
      {
        config: IN_TENANT.create,
        schema: {
          tags,
          summary: `Test the connection to ${noun}`,
          description:
            'With registryUid of a registry that is here, secrets that are the mask are those stored, as long as the endpoint has the same origin.',
          body: probe,
          response: { 204: z.null(), ...commonErrorResponses },
        },
      },
      async ({ tenantDb: db, caller, body: spec }, reply) => {
        const draft = readDraft(form, { metadata: { name: 'probe' }, spec })
        await probeRegistry({ db, caller, tools }, { draft, registryUid: spec.registryUid ?? '' })
        return reply.code(204).send(null)
      },
    )
  }
}
