import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listMeta, readPage } from '../../../platform/lists/paging.ts'
import { route } from '../../../platform/http/route.ts'
import { countPacks, listPacks, readPackList } from './pack-list-repository.ts'
import { readFields } from './pack-projection.ts'
import { readMetas } from '../content/pack-metas.ts'
import type { PackValuesTools } from '../content/pack-values.ts'
import { toSummary } from '../read/pack-presenter.ts'

/** A client that wants a chart's values asks for that chart; a page of all charts must not fetch them all. */
const CHARTS_TO_READ = { atMost: 10, withinMs: 10_000 }

export const packListRoutes: FastifyPluginAsync<PackValuesTools> = async (app, { workers, openTexts }) => {
  route(app, operations.packs.list, async ({ tenantDb, query }) => {
    const page = readPage(query)
    const question = readPackList(query)
    const fields = readFields(query.fields)
    const stored = await listPacks(tenantDb, question, { page, hasTexts: fields.hasTexts })
    const isLast = stored.length < page.limit && (stored.length > 0 || page.offset === 0)
    const [count, packs] = await Promise.all([
      isLast ? page.offset + stored.length : countPacks(tenantDb, question),
      openTexts(tenantDb, stored, CHARTS_TO_READ),
    ])
    const metas = await readMetas(workers, packs)
    const items = packs.map((pack, place) => toSummary({ pack, values: pack.values, meta: metas[place], fields }))
    return { items, listmeta: listMeta(page, count) }
  })
}
