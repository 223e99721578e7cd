import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { listMeta, readPage } from '../../../platform/lists/paging.ts'
import { route } from '../../../platform/http/route.ts'
import { countPacks, listPacks, readPackList } from './pack-list-repository.ts'
import { readFields } from './pack-projection.ts'
import { readMetas } from '../content/pack-metas.ts'
import type { PackValuesTools } from '../content/pack-values.ts'
import { toSummary } from '../read/pack-presenter.ts'
import { listTexts } from '../read/pack-repository.ts'

/** A client that wants a chart's values asks for that chart; a page of all charts must not fetch them all. */
const CHARTS_TO_READ = { atMost: 10, withinMs: 10_000 }

export const packListRoutes: FastifyPluginAsync<PackValuesTools> = async (app, { workers, openTexts }) => {
  route(app, operations.packs.list, async ({ tenantDb, query }) => {
    const page = readPage(query)
    const list = readPackList(query, page)
    const fields = readFields(query.fields)
    const packs = await listPacks(tenantDb, list)
    const isLast = packs.length < page.limit && (packs.length > 0 || page.offset === 0)
    const count = isLast ? page.offset + packs.length : await countPacks(tenantDb, list)
    const stored = fields.hasTexts
      ? await listTexts(
          tenantDb,
          packs.map(({ uid }) => uid),
        )
      : []
    const texts = await openTexts(tenantDb, stored, CHARTS_TO_READ)
    const metas = await readMetas(workers, texts)
    const placeOf = new Map(texts.map(({ uid }, place) => [uid, place]))
    const items = packs.map((pack) => {
      const place = placeOf.get(pack.uid) ?? -1
      return toSummary({ pack, values: texts[place]?.values, meta: metas[place], fields })
    })
    return { items, listmeta: listMeta(page, count) }
  })
}
