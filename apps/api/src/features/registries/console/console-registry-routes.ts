import { commonErrorResponses, consoleRegistriesSchema, registryUsersSchema } from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { AppError } from '../../../platform/http/errors/app-error.ts'
import { toConsoleRegistry, toRegistryUsers } from './console-registry-presenter.ts'
import { listConsoleRegistries, listRegistryUsers } from './console-registry-repository.ts'

export const consoleRegistryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/console/registries',
    {
      config: { access: { permission: 'packRegistry.list' } },
      schema: {
        tags: ['console'],
        summary: 'All registries of the tenant with their packs counted and their newest sync',
        response: { 200: consoleRegistriesSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb }) => ({ items: (await listConsoleRegistries(tenantDb)).map(toConsoleRegistry) }),
  )

  app.get(
    '/v1/console/registries/:uid/users',
    {
      config: { access: { permission: 'packRegistry.get' } },
      schema: {
        tags: ['console'],
        summary: 'Profiles with layers out of a registry',
        params: z.object({ uid: z.string().max(64) }),
        response: { 200: registryUsersSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params }) => {
      const users = await listRegistryUsers(tenantDb, params.uid)
      if (!users) throw new AppError('ResourceNotFound')
      return toRegistryUsers(users, caller)
    },
  )
}
