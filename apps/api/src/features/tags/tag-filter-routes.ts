import {
  commonErrorResponses,
  filtersMetadataQuerySchema,
  filtersMetadataSchema,
  filtersQuerySchema,
  filtersSchema,
  tagFilterInputSchema,
  uidBodySchema,
  type TagFilterInput,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sendAuditUid } from '../../platform/audit-log.ts'
import { presentMeta } from '../../platform/object-meta.ts'
import { listMeta, readWholePage } from '../../platform/paging.ts'
import { createTagFilter, listTagFilterNames, readTagFilters } from './tag-filter-repository.ts'

const tags = ['filters']
/** What filters are for is finding profiles. */
const mayList = { access: { permission: 'clusterProfile.list' } } as const
const FILTER_TYPE = 'tag' as const

export const tagFilterRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/filters',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'Saved filters of the scope; a project sees those of the tenant too',
        querystring: filtersQuerySchema,
        response: { 200: filtersSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, query }) => {
      const page = readWholePage(query)
      const { items, count } = await readTagFilters(tenantDb, caller, page)
      return {
        items: items.map((row) => ({
          metadata: presentMeta(row, { scope: row.scope }),
          spec: { filterType: FILTER_TYPE },
        })),
        listmeta: listMeta(page, count),
      }
    },
  )

  app.get(
    '/v1/filters/metadata',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'Uid and name of every saved filter of the scope',
        querystring: filtersMetadataQuerySchema,
        response: { 200: filtersMetadataSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, query: { filterType } }) => {
      if (filterType && filterType !== FILTER_TYPE) return { items: [] }
      const items = await listTagFilterNames(tenantDb, caller)
      return { items: items.map((item) => ({ ...item, filterType: FILTER_TYPE })) }
    },
  )

  app.post(
    '/v1/filters/tag',
    {
      config: { access: { permission: 'tag.update' } },
      schema: {
        tags,
        summary: 'Saves a filter by tags',
        body: tagFilterInputSchema,
        response: { 201: uidBodySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, body }, reply) => {
      const filter = { metadata: body.metadata, filterGroup: filterGroupOf(body) }
      const { uid, auditUid } = await tenantDb.$transaction((tx) => createTagFilter(tx, caller, filter))
      return sendAuditUid(reply, auditUid).code(201).send({ uid })
    },
  )
}

/** With what clients leave out filled in, so that what is kept says what it means. */
function filterGroupOf({ spec }: TagFilterInput) {
  const { conjunction, filters } = spec?.filterGroup ?? {}
  return {
    conjunction: conjunction ?? 'and',
    filters: (filters ?? []).map(({ key, negation, operator, values }) => ({
      key: key ?? '',
      negation: negation ?? false,
      operator: operator ?? 'eq',
      values: values ?? [],
    })),
  }
}
