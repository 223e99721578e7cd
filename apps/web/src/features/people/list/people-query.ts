import type { PeopleQuery } from '@waybill/api-contract'
import {
  listAddress,
  onePart,
  orderPart,
  pageParts,
  type QueryOf,
  searchPart,
  sortPart,
} from '../../../shared/ui/list/list-address.ts'
import { limitsOf } from '../../../shared/ui/list/page-of-list.ts'

export const STATES = ['active', 'disabled'] as const

export const peopleList = listAddress({
  search: searchPart,
  state: onePart(STATES),
  sort: sortPart(['name', 'lastSeenAt'], 'name'),
  order: orderPart,
  ...pageParts,
})

/** The query of the list of people. */
export type PeopleList = QueryOf<typeof peopleList>

/** The request for one page. */
export const peopleRequest = ({ search, state, sort, order, ...page }: PeopleList): PeopleQuery => ({
  ...limitsOf(page),
  search,
  sort,
  order,
  ...(state !== null && { state }),
})
