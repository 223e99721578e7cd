import {
  commonErrorResponses,
  pagingQuerySchema,
  profileFacetsSchema,
  profileFilterSchema,
  profilesMetadataSchema,
  profileSummariesSchema,
  type ProfilesMetadataBody,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { listMeta, readPage } from '../../../platform/http/lists/paging.ts'
import { sendJson } from '../../../platform/http/send-json.ts'
import { toSummary } from './profile-list-presenter.ts'
import { createProfileListRepository } from './profile-list-repository.ts'
import { listedScopes } from '../profile-policy.ts'
import { readSort } from './profile-list-service.ts'

const mayList = { access: { permission: 'clusterProfile.list' } } as const

export const profileListRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/v1/dashboard/clusterprofiles',
    {
      config: mayList,
      schema: {
        tags: ['profiles'],
        summary: 'Profiles of the scope, one item a name by its newest version; a project sees those of the tenant too',
        querystring: pagingQuerySchema,
        body: profileFilterSchema.nullish(),
        response: { 200: profileSummariesSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, query, body }) => {
      const repository = createProfileListRepository(tenantDb)
      const page = readPage(query)
      const filter = body?.filter ?? {}
      const scopeUids = listedScopes(caller)
      const items = await repository.listPage({ scopeUids, filter, sort: readSort(body?.sort ?? []), page })
      return { items: items.map(toSummary), listmeta: listMeta(page, await repository.count({ scopeUids, filter })) }
    },
  )

  app.get(
    '/v1/dashboard/clusterprofiles/metadata',
    {
      config: mayList,
      schema: {
        tags: ['profiles'],
        summary: 'Name and version of every profile of the scope',
        response: { 200: profilesMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }, reply) => {
      const rows = await createProfileListRepository(tenantDb).listMetadata(listedScopes(caller))
      const items = rows.map(({ uid, name, cloudType, version }) => ({
        metadata: { uid, name },
        spec: { cloudType, version },
      }))
      return sendJson(reply, { items } satisfies ProfilesMetadataBody)
    },
  )

  app.get(
    '/v1/console/clusterprofiles/facets',
    {
      config: mayList,
      schema: {
        tags: ['console'],
        summary: 'What the filters of the list can offer in this scope',
        response: { 200: profileFacetsSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller }) => createProfileListRepository(tenantDb).listFacets(listedScopes(caller)),
  )
}
