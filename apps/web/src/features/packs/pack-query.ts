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

/** The filters that take several values; registries are given by uid. */
export const PACK_FILTERS = { layer: 'Layer', cloud: 'Cloud', type: 'Type', registry: 'Registry' } as const
export type PackFilterName = keyof typeof PACK_FILTERS

export const packFilterNames = Object.keys(PACK_FILTERS) as PackFilterName[]

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

/** The query of the list of packs. */
export type PackQuery = QueryOf<typeof packList>

/** The request for one page. */
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
