import {
  commonErrorResponses,
  filtersMetadataQuerySchema,
  filtersMetadataSchema,
  filtersQuerySchema,
  filtersSchema,
  tagFilterInputSchema,
  tagFilterSchema,
  uidBodySchema,
  type TagFilterInput,
} from '@waybill/api-contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { presentMeta } from '../../platform/http/lists/object-meta.ts'
import { listMeta, readWholePage } from '../../platform/http/lists/paging.ts'
import {
  createTagFilter,
  deleteTagFilter,
  getTagFilter,
  listTagFilterNames,
  readTagFilters,
  updateTagFilter,
} from './tag-filter-repository.ts'

const tags = ['filters']
/** What filters are for is finding profiles. */
const mayList = { access: { permission: 'clusterProfile.list' } } as const
const maySave = { access: { permission: 'tag.update' } } as const
const FILTER_TYPE = 'tag' as const
const params = z.object({ uid: z.string().max(64) })

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
      config: maySave,
      schema: {
        tags,
        summary: 'Saves a filter by tags',
        body: tagFilterInputSchema,
        response: { 201: uidBodySchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, body }, reply) => {
      const { uid, auditUid } = await tenantDb.$transaction((tx) => createTagFilter(tx, caller, contentOf(body)))
      return sendAuditUid(reply, auditUid).code(201).send({ uid })
    },
  )

  await app.register(tagFilterContentRoutes)
}

const tagFilterContentRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/v1/filters/tag/:uid',
    {
      config: mayList,
      schema: {
        tags,
        summary: 'A saved filter by tags',
        params,
        response: { 200: tagFilterSchema, ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid } }) => {
      const row = await getTagFilter(tenantDb, caller, uid)
      const filterGroup = tagFilterSchema.shape.spec.shape.filterGroup.parse(JSON.parse(row.filterGroup))
      return { metadata: presentMeta(row, { scope: row.scope }), spec: { filterGroup } }
    },
  )

  app.put(
    '/v1/filters/tag/:uid',
    {
      config: maySave,
      schema: {
        tags,
        summary: 'Replaces a saved filter',
        params,
        body: tagFilterInputSchema,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid }, body }, reply) => {
      const filter = { uid, ...contentOf(body) }
      const auditUid = await tenantDb.$transaction((tx) => updateTagFilter(tx, caller, filter))
      return sendAuditUid(reply, auditUid).code(204).send(null)
    },
  )

  app.delete(
    '/v1/filters/tag/:uid',
    {
      config: maySave,
      schema: {
        tags,
        summary: 'Deletes a saved filter',
        params,
        response: { 204: z.null(), ...commonErrorResponses },
      },
    },
    async ({ tenantDb, caller, params: { uid } }, reply) => {
      const auditUid = await tenantDb.$transaction((tx) => deleteTagFilter(tx, caller, uid))
      return sendAuditUid(reply, auditUid).code(204).send(null)
    },
  )
}

const contentOf = (body: TagFilterInput) => ({ metadata: body.metadata, filterGroup: filterGroupOf(body) })

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
