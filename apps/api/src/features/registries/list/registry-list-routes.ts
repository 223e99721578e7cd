import {
  commonErrorResponses,
  helmRegistriesSchema,
  helmRegistriesSummarySchema,
  ociRegistriesSummarySchema,
  packRegistriesSchema,
  packRegistriesSummarySchema,
  pagingQuerySchema,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { listMeta, readPage } from '../../../platform/http/lists/paging.ts'
import { toHelmRegistry, toHelmSummary, toOciSummary, toPackRegistry, toPackSummary } from '../registry-presenter.ts'
import { createRegistryRepository, type StoredRegistry } from '../registry-repository.ts'
import type { RegistryRouteOptions } from '../registry-route-parts.ts'

type ListMeta = ReturnType<typeof listMeta>

/** A body of its own each, so that every list is held to its schema. */
const listOf =
  <Item>(present: (registry: StoredRegistry) => Item) =>
  (registries: readonly StoredRegistry[], listmeta: ListMeta) => ({ items: registries.map(present), listmeta })

const LISTS = [
  { url: '/v1/registries/pack', kind: 'pack', body: packRegistriesSchema, present: listOf(toPackRegistry) },
  {
    url: '/v1/registries/pack/summary',
    kind: 'pack',
    body: packRegistriesSummarySchema,
    present: listOf(toPackSummary),
  },
  { url: '/v1/registries/helm', kind: 'helm', body: helmRegistriesSchema, present: listOf(toHelmRegistry) },
  {
    url: '/v1/registries/helm/summary',
    kind: 'helm',
    body: helmRegistriesSummarySchema,
    present: listOf(toHelmSummary),
  },
] as const

const query = pagingQuerySchema.extend({
  scope: z.string().max(32).optional().describe('system, tenant or all'),
  filters: z.string().max(4_096).optional().describe('E.g. metadata.name=Ours; joined by AND and OR'),
  orderBy: z.string().max(512).optional().describe('E.g. metadata.name=1; -1 for descending'),
  fields: z.string().max(1_024).optional().describe('Taken and not looked at: items are always whole'),
})

export const registryListRoutes: FastifyPluginAsyncZod<RegistryRouteOptions> = async (app, { tools }) => {
  for (const { url, kind, body, present } of LISTS) {
    app.get(
      url,
      {
        config: { access: { permission: 'packRegistry.list' } },
        schema: {
          tags: ['registries'],
          summary: url.endsWith('summary') ? `Summaries of ${kind} registries` : `All ${kind} registries`,
          querystring: query,
          response: { 200: body, ...commonErrorResponses },
        },
      },
      async ({ tenantDb, query: { scope, filters, orderBy, ...paging } }) => {
        const page = readPage(paging)
        const { items, count } = await createRegistryRepository(tenantDb, tools.cipher).list(
          { kind, scope, filters, orderBy },
          page,
        )
        return present(items, listMeta(page, count))
      },
    )
  }

  app.get(
    '/v1/registries/oci/summary',
    {
      config: { access: { permission: 'packRegistry.list' } },
      schema: {
        tags: ['registries'],
        summary: 'All OCI registries, basic and ecr together',
        response: { 200: ociRegistriesSummarySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb }) => {
      const { items } = await createRegistryRepository(tenantDb, tools.cipher).list({ kind: 'oci' })
      return { items: items.map(toOciSummary) }
    },
  )
}
