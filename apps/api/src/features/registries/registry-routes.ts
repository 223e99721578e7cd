import { commonErrorResponses, registriesMetadataQuerySchema, registriesMetadataSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { createRegistryRepository } from './registry-repository.ts'

export const registryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/registries/metadata',
    {
      config: { access: { permission: 'packRegistry.list' } },
      schema: {
        tags: ['registries'],
        summary: 'All registries of the tenant, by name',
        querystring: registriesMetadataQuerySchema,
        response: { 200: registriesMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, query }) => ({ items: await createRegistryRepository(tenantDb).listMetadata(query.scope) }),
  )
}
