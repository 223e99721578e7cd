import type { PeopleQuery } from '@waybill/api-contract'
import { limitsOf, type PageOfList, readPageOfList, writePageOfList } from '../../../shared/ui/list/page-of-list.ts'
import type { ChangeList } from '../../../shared/ui/list/use-change-list.ts'

export const STATES = ['active', 'disabled'] as const
export type PersonState = (typeof STATES)[number]

/** What the list of people shows, as it stands in the address. */
export interface PeopleList extends PageOfList {
  search: string
  state: PersonState | null
  sort: 'name' | 'lastSeenAt'
  order: 'asc' | 'desc'
}

export type ChangePeople = ChangeList<PeopleList>

export const noPeopleFilters = { search: '', state: null } as const

/** Reads the address; what is unknown there counts as not said. */
export function readPeopleList(params: URLSearchParams): PeopleList {
  return {
    search: (params.get('search') ?? '').slice(0, 253),
    state: STATES.find((state) => state === params.get('state')) ?? null,
    sort: params.get('sort') === 'lastSeenAt' ? 'lastSeenAt' : 'name',
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    ...readPageOfList(params),
  }
}

/** The address of a list; what is as usual is left out. */
export function writePeopleList(list: PeopleList): URLSearchParams {
  const params = new URLSearchParams()
  if (list.search !== '') params.set('search', list.search)
  if (list.state !== null) params.set('state', list.state)
  if (list.sort !== 'name') params.set('sort', list.sort)
  if (list.order !== 'asc') params.set('order', list.order)
  writePageOfList(list, params)
  return params
}

/** What the API is asked for. */
export const peopleRequest = ({ search, state, sort, order, ...page }: PeopleList): PeopleQuery => ({
  ...limitsOf(page),
  search,
  sort,
  order,
  ...(state !== null && { state }),
})

export const hasPeopleFilters = ({ search, state }: PeopleList): boolean => search !== '' || state !== null
