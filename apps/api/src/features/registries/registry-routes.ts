import {
  commonErrorResponses,
  ociRegistrySchema,
  registriesMetadataQuerySchema,
  registriesMetadataSchema,
  registryConfigSchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../platform/http/errors/app-error.ts'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { consoleRegistryRoutes } from './console/console-registry-routes.ts'
import { registryFormRoutes } from './forms/registry-form-routes.ts'
import {
  deleteQuery,
  IN_TENANT,
  REGISTRY_TAGS as tags,
  registryParams as params,
  type RegistryRouteOptions,
} from './registry-route-parts.ts'
import { registryProbeRoutes } from './probe/registry-probe-routes.ts'
import { registryWriteRoutes } from './registry-write-routes.ts'
import { registryListRoutes } from './list/registry-list-routes.ts'
import { authOf } from './registry-presenter.ts'
import { createRegistryRepository } from './registry-repository.ts'
import { deleteRegistry } from './registry-service.ts'

/** What is neither of one form nor a list: the metadata of all, one by name, and OCI registries whatever their type. */
export const registryRoutes: FastifyPluginAsyncZod<RegistryRouteOptions> = async (app, options) => {
  await app.register(registryFormRoutes, options)
  await app.register(registryWriteRoutes, options)
  await app.register(registryProbeRoutes, options)
  await app.register(registryListRoutes, options)
  await app.register(ociRegistryRoutes, options)
  await app.register(consoleRegistryRoutes)
  const { tools } = options

  app.get(
    '/v1/registries/metadata',
    {
      config: { access: { permission: 'packRegistry.list' } },
      schema: {
        tags,
        summary: 'All registries of the tenant, by name',
        querystring: registriesMetadataQuerySchema,
        response: { 200: registriesMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, query }) => ({
      items: await createRegistryRepository(tenantDb, tools.cipher).listMetadata(query.scope),
    }),
  )

  app.get(
    '/v1/registries/:registryName/config',
    {
      config: { access: { permission: 'packRegistry.get' } },
      schema: {
        tags,
        summary: 'Endpoint and authentication of a registry by its name; secrets are masked',
        params: z.object({ registryName: z.string().max(253) }),
        response: { 200: registryConfigSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params }) => {
      const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ name: params.registryName })
      if (!registry) throw new AppError('ResourceNotFound')
      return { config: { name: registry.name, endpoint: registry.endpoint, auth: authOf(registry) } }
    },
  )

  app.delete(
    '/v1/registries/:uid',
    {
      config: IN_TENANT.delete,
      schema: {
        tags,
        summary: 'Delete a registry of any kind with its packs',
        params,
        querystring: deleteQuery,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb: db, caller, params: { uid }, query }, reply) => {
      const wanted = { uid, isOfForm: () => true }
      const auditUid = await deleteRegistry({ db, caller, tools }, { wanted, force: query.force === 'true' })
      return sendAuditUid(reply, auditUid).code(204).send(null)
    },
  )
}

const ociRegistryRoutes: FastifyPluginAsyncZod<RegistryRouteOptions> = async (app, { tools }) => {
  app.get(
    '/v1/registries/oci/:uid',
    {
      config: { access: { permission: 'packRegistry.get' } },
      schema: {
        tags,
        summary: 'Endpoint and authentication of an OCI registry of either type; secrets are masked',
        params,
        response: { 200: ociRegistrySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, params: { uid } }) => {
      const registry = await createRegistryRepository(tenantDb, tools.cipher).find({ uid })
      if (registry?.kind !== 'oci') throw new AppError('ResourceNotFound')
      const { defaultRegion, endpoint, providerType, scope, ociType } = registry
      return { auth: authOf(registry), defaultRegion, endpoint, providerType, scope, type: ociType || 'basic' }
    },
  )

  app.get(
    '/v1/registries/oci/image',
    {
      config: { access: { permission: 'packRegistry.get' } },
      schema: {
        tags,
        summary: 'Not supported: the registry that clusters pull images from',
        response: { 200: z.null(), ...commonErrorResponses },
      },
    },
    async () => {
      throw new AppError('NotSupported')
    },
  )
}
