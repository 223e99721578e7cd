import type { PackSearch } from '@waybill/api-contract'
import { DEFAULT_LIMITS } from '@waybill/profile-format'
import type { ChangeList } from '../../shared/ui/list/use-change-list.ts'
import { limitsOf, readPageOfList, writePageOfList, type PageOfList } from '../../shared/ui/list/page-of-list.ts'

const SORT_FIELDS = ['name', 'layer', 'type'] as const
export type PackSortField = (typeof SORT_FIELDS)[number]

/** What the list of packs shows, as it stands in the address. */
export interface PackQuery extends PageOfList {
  search: string
  layers: readonly string[]
  clouds: readonly string[]
  types: readonly string[]
  /** Uids. */
  registries: readonly string[]
  sort: PackSortField
  order: 'asc' | 'desc'
}

export type ChangePackQuery = ChangeList<PackQuery>

/** The filters that hold several values, by their name in the address. */
export const PACK_FILTERS = {
  layer: { label: 'Layer', key: 'layers' },
  cloud: { label: 'Cloud', key: 'clouds' },
  type: { label: 'Type', key: 'types' },
  registry: { label: 'Registry', key: 'registries' },
} as const
export type PackFilterName = keyof typeof PACK_FILTERS

export const packFilterNames = ['layer', 'cloud', 'type', 'registry'] as const satisfies readonly PackFilterName[]

export const noPackFilters = { search: '', layers: [], clouds: [], types: [], registries: [] } as const

/** Reads the address; what is unknown there counts as not said. */
export function readPackQuery(params: URLSearchParams): PackQuery {
  return {
    search: (params.get('search') ?? '').slice(0, DEFAULT_LIMITS.nameCharacters),
    layers: params.getAll('layer'),
    clouds: params.getAll('cloud'),
    types: params.getAll('type'),
    registries: params.getAll('registry'),
    sort: SORT_FIELDS.find((field) => field === params.get('sort')) ?? 'name',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    ...readPageOfList(params),
  }
}

/** The address of a query; what is as usual is left out. */
export function writePackQuery(query: PackQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (query.search !== '') params.set('search', query.search)
  for (const name of packFilterNames) {
    for (const value of query[PACK_FILTERS[name].key]) params.append(name, value)
  }
  if (query.sort !== 'name') params.set('sort', query.sort)
  if (query.order !== 'asc') params.set('order', query.order)
  writePageOfList(query, params)
  return params
}

/** The body and page that the API is asked for. */
export function packRequest(query: PackQuery): PackSearch & { limit: number; offset: number } {
  return {
    ...limitsOf(query),
    filter: {
      search: query.search,
      layer: [...query.layers],
      environment: [...query.clouds],
      type: [...query.types],
      registryUid: [...query.registries],
    },
    sort: [{ field: query.sort, order: query.order }],
  }
}

export const hasPackFilters = (query: PackQuery): boolean =>
  query.search !== '' || packFilterNames.some((name) => query[PACK_FILTERS[name].key].length > 0)
