import { tagFilterSchema, type TagFilterInput } from '@waybill/api-contract'
import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { sendAuditUid } from '../../platform/audit/audit-log.ts'
import { presentMeta } from '../../platform/lists/object-meta.ts'
import { listMeta, readWholePage } from '../../platform/lists/paging.ts'
import { route } from '../../platform/http/route.ts'
import { getTagFilter, listTagFilterNames, readTagFilters } from './tag-filter-repository.ts'
import { createTagFilter, deleteTagFilter, updateTagFilter } from './tag-filter-service.ts'

const FILTER_TYPE = 'tag' as const
const { filters } = operations

export const tagFilterRoutes: FastifyPluginAsync = async (app) => {
  route(app, filters.list, async ({ tenantDb, caller, query }) => {
    const page = readWholePage(query)
    const { items, count } = await readTagFilters(tenantDb, caller, page)
    return {
      items: items.map((row) => ({
        metadata: presentMeta(row, { scope: row.scope }),
        spec: { filterType: FILTER_TYPE },
      })),
      listmeta: listMeta(page, count),
    }
  })

  route(app, filters.listNames, async ({ tenantDb, caller, query: { filterType } }) => {
    if (filterType && filterType !== FILTER_TYPE) return { items: [] }
    const items = await listTagFilterNames(tenantDb, caller)
    return { items: items.map((item) => ({ ...item, filterType: FILTER_TYPE })) }
  })

  route(app, filters.create, async ({ tenantDb, caller, body }, reply) => {
    const { uid, auditUid } = await createTagFilter({ db: tenantDb, caller }, contentOf(body))
    sendAuditUid(reply, auditUid)
    return { uid }
  })

  route(app, filters.get, async ({ tenantDb, caller, params: { uid } }) => {
    const row = await getTagFilter(tenantDb, caller, uid)
    const filterGroup = tagFilterSchema.shape.spec.shape.filterGroup.parse(JSON.parse(row.filterGroup))
    return { metadata: presentMeta(row, { scope: row.scope }), spec: { filterGroup } }
  })

  route(app, filters.replace, async ({ tenantDb, caller, params: { uid }, body }, reply) => {
    sendAuditUid(reply, await updateTagFilter({ db: tenantDb, caller }, uid, contentOf(body)))
  })

  route(app, filters.delete, async ({ tenantDb, caller, params: { uid } }, reply) => {
    sendAuditUid(reply, await deleteTagFilter({ db: tenantDb, caller }, uid))
  })
}

const contentOf = (body: TagFilterInput) => ({ metadata: body.metadata, filterGroup: filterGroupOf(body) })

/** Fills in what clients omit, so that the stored filter is explicit. */
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
