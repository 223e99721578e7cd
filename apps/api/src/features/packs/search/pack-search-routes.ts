import { operations } from '@waybill/api-contract/operations'
import type { FastifyPluginAsync } from 'fastify'
import { readSort } from '../../../platform/lists/filter-grammar.ts'
import { listMeta, readPage } from '../../../platform/lists/paging.ts'
import { route } from '../../../platform/http/route.ts'
import { searchPacks } from './pack-search-repository.ts'
import { type FoundPack, readFilter, SORT_FIELDS } from './pack-search-service.ts'

export const packSearchRoutes: FastifyPluginAsync = async (app) => {
  route(app, operations.packs.search, async ({ tenantDb, query, body }) => {
    const page = readPage(query)
    const search = { filter: readFilter(body?.filter), sort: readSort(body?.sort ?? [], SORT_FIELDS), page }
    const { packs, count } = await searchPacks(tenantDb, search)
    return { items: packs.map(toItem), listmeta: listMeta(page, count) }
  })
}

function toItem({ uid, registries, ...spec }: FoundPack) {
  const newest = registries.find(({ latestPackUid }) => latestPackUid === uid)
  const created = registries.map(({ createdAt }) => createdAt.toISOString()).toSorted()
  return {
    apiVersion: 'v1',
    kind: 'pack',
    metadata: {
      name: spec.name,
      uid,
      labels: {},
      annotations: newest?.annotations ?? {},
      creationTimestamp: created.at(0) ?? '',
      lastModifiedTimestamp: created.at(-1) ?? '',
    },
    spec: {
      ...spec,
      registries: registries.map(({ createdAt: _createdAt, ...registry }) => ({ ...registry, logoUrl: '' })),
    },
  }
}
