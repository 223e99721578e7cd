import type { PackSearch } from '@waybill/api-contract'
import {
  anyPart,
  listAddress,
  orderPart,
  pageParts,
  type QueryOf,
  searchPart,
  sortPart,
} from '../../shared/ui/list/list-address.ts'
import { limitsOf } from '../../shared/ui/list/page-of-list.ts'

/** The filters that hold several values; registries by their uids. */
export const PACK_FILTERS = { layer: 'Layer', cloud: 'Cloud', type: 'Type', registry: 'Registry' } as const
export type PackFilterName = keyof typeof PACK_FILTERS

export const packFilterNames = ['layer', 'cloud', 'type', 'registry'] as const satisfies readonly PackFilterName[]

export const packList = listAddress({
  search: searchPart,
  layer: anyPart,
  cloud: anyPart,
  type: anyPart,
  registry: anyPart,
  sort: sortPart(['name', 'layer', 'type'], 'name'),
  order: orderPart,
  ...pageParts,
})

/** What the list of packs shows. */
export type PackQuery = QueryOf<typeof packList>

/** The page that the API is asked for. */
export function packRequest(query: PackQuery) {
  const body: PackSearch = {
    filter: {
      search: query.search,
      layer: [...query.layer],
      environment: [...query.cloud],
      type: [...query.type],
      registryUid: [...query.registry],
    },
    sort: [{ field: query.sort, order: query.order }],
  }
  return { query: limitsOf(query), body }
}
