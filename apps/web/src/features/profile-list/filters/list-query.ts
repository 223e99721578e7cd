import type { ProfileFilter } from '@waybill/api-contract'
import { DEFAULT_LIMITS } from '@waybill/profile-format'
import type { ChangeList } from '../../../shared/ui/list/use-change-list.ts'
import { limitsOf, readPageOfList, writePageOfList, type PageOfList } from '../../../shared/ui/list/page-of-list.ts'

type Filter = NonNullable<ProfileFilter['filter']>
const STATES = ['draft', 'oldDraft', 'published', 'invalid', 'updates', 'empty'] as const satisfies Filter['states']
const SCOPES = ['project', 'tenant', 'system'] as const satisfies Filter['scopes']
const SORT_FIELDS = ['name', 'type', 'cloud', 'modified'] as const

export type SortField = (typeof SORT_FIELDS)[number]

/** What the list shows, as it stands in the address. */
export interface ListQuery extends PageOfList {
  search: string
  types: readonly string[]
  clouds: readonly string[]
  tags: readonly string[]
  scopes: readonly (typeof SCOPES)[number][]
  states: readonly (typeof STATES)[number][]
  sort: SortField
  order: 'asc' | 'desc'
}

export type ChangeQuery = ChangeList<ListQuery>

/** The filters that hold several values, by their name in the address. */
export const FILTERS = {
  type: { label: 'Type', key: 'types' },
  cloud: { label: 'Cloud', key: 'clouds' },
  tag: { label: 'Tag', key: 'tags' },
  scope: { label: 'Scope', key: 'scopes' },
  state: { label: 'State', key: 'states' },
} as const
export type FilterName = keyof typeof FILTERS

export const FILTER_CHOICES = { scope: SCOPES, state: STATES } as const

const sortKeys: Record<SortField, string> = {
  name: 'profileName',
  type: 'profileType',
  cloud: 'environment',
  modified: 'lastModifiedTimestamp',
}

/** Reads the address; what is unknown there counts as not said. */
export function readListQuery(params: URLSearchParams): ListQuery {
  return {
    search: (params.get('search') ?? '').slice(0, DEFAULT_LIMITS.nameCharacters),
    types: params.getAll('type'),
    clouds: params.getAll('cloud'),
    tags: params.getAll('tag'),
    scopes: SCOPES.filter((scope) => params.getAll('scope').includes(scope)),
    states: STATES.filter((state) => params.getAll('state').includes(state)),
    sort: SORT_FIELDS.find((field) => field === params.get('sort')) ?? 'name',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    ...readPageOfList(params),
  }
}

/** The body and page that the API is asked for. */
export function listRequest(query: ListQuery): ProfileFilter & { limit: number; offset: number } {
  return {
    ...limitsOf(query),
    filter: {
      ...(query.search === '' ? {} : { search: query.search }),
      ...(query.types.length === 0 ? {} : { profileType: [...query.types] }),
      ...(query.clouds.length === 0 ? {} : { environment: environmentOf(query.clouds) }),
      ...(query.tags.length === 0 ? {} : { tags: { eq: [...query.tags] } }),
      ...(query.scopes.length === 0 ? {} : { scopes: [...query.scopes] }),
      ...(query.states.length === 0 ? {} : { states: [...query.states] }),
    },
    sort: [{ field: sortKeys[query.sort], order: query.order }],
  }
}

/** To the API, `all` alone is any cloud; said twice it is the cloud type of that name. */
const environmentOf = (clouds: readonly string[]): string[] =>
  clouds.length === 1 && clouds[0] === 'all' ? ['all', 'all'] : [...clouds]

export function hasFilters(query: ListQuery): boolean {
  return query.search !== '' || Object.values(FILTERS).some(({ key }) => query[key].length > 0)
}

/** The address of a query; what is as usual is left out. */
export function writeListQuery(query: ListQuery): URLSearchParams {
  const params = new URLSearchParams()
  if (query.search !== '') params.set('search', query.search)
  for (const [name, { key }] of Object.entries(FILTERS)) {
    for (const value of query[key]) params.append(name, value)
  }
  if (query.sort !== 'name') params.set('sort', query.sort)
  if (query.order !== 'asc') params.set('order', query.order)
  writePageOfList(query, params)
  return params
}
