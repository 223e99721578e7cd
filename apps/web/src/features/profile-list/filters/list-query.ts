import type { ProfileFilter } from '@waybill/api-contract'
import {
  anyPart,
  listAddress,
  orderPart,
  pageParts,
  type QueryOf,
  searchPart,
  somePart,
  sortPart,
} from '../../../shared/ui/list/list-address.ts'
import { limitsOf } from '../../../shared/ui/list/page-of-list.ts'

type Filter = NonNullable<ProfileFilter['filter']>
const STATES = [
  'draft',
  'oldDraft',
  'published',
  'invalid',
  'updates',
  'empty',
  'missingMacros',
] as const satisfies Filter['states']
const SCOPES = ['project', 'tenant', 'system'] as const satisfies Filter['scopes']

const sortKeys = {
  name: 'profileName',
  type: 'profileType',
  cloud: 'environment',
  modified: 'lastModifiedTimestamp',
} as const

/** The filters that take several values. */
export const FILTERS = { type: 'Type', cloud: 'Cloud', tag: 'Tag', scope: 'Scope', state: 'State' } as const
export type FilterName = keyof typeof FILTERS

export const FILTER_CHOICES = { scope: SCOPES, state: STATES } as const

export const profileList = listAddress({
  search: searchPart,
  type: anyPart,
  cloud: anyPart,
  tag: anyPart,
  scope: somePart(SCOPES),
  state: somePart(STATES),
  sort: sortPart(['name', 'type', 'cloud', 'modified'], 'name'),
  order: orderPart,
  ...pageParts,
})

/** The query of the list. */
export type ListQuery = QueryOf<typeof profileList>

/** The request for one page. */
export function listRequest(query: ListQuery) {
  const body: ProfileFilter = {
    filter: {
      ...(query.search === '' ? {} : { search: query.search }),
      ...(query.type.length === 0 ? {} : { profileType: [...query.type] }),
      ...(query.cloud.length === 0 ? {} : { environment: environmentOf(query.cloud) }),
      ...(query.tag.length === 0 ? {} : { tags: { eq: [...query.tag] } }),
      ...(query.scope.length === 0 ? {} : { scopes: [...query.scope] }),
      ...(query.state.length === 0 ? {} : { states: [...query.state] }),
    },
    sort: [{ field: sortKeys[query.sort], order: query.order }],
  }
  return { query: limitsOf(query), body }
}

/** In the API, a single `all` means any cloud; repeated, it is the cloud type of that name. */
const environmentOf = (clouds: readonly string[]): string[] =>
  clouds.length === 1 && clouds[0] === 'all' ? ['all', 'all'] : [...clouds]
