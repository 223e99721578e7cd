import { type PageOfList, readPageOfList, writePageOfList } from '../../../shared/ui/list/page-of-list.ts'
import type { ChangeList } from '../../../shared/ui/list/use-change-list.ts'

/** What the list of teams shows, as it stands in the address. */
export interface TeamList extends PageOfList {
  search: string
  order: 'asc' | 'desc'
}

export type ChangeTeams = ChangeList<TeamList>

/** Reads the address; what is unknown there counts as not said. */
export function readTeamList(params: URLSearchParams): TeamList {
  return {
    search: (params.get('search') ?? '').slice(0, 253),
    order: params.get('order') === 'desc' ? 'desc' : 'asc',
    ...readPageOfList(params),
  }
}

/** The address of a list; what is as usual is left out. */
export function writeTeamList(list: TeamList): URLSearchParams {
  const params = new URLSearchParams()
  if (list.search !== '') params.set('search', list.search)
  if (list.order !== 'asc') params.set('order', list.order)
  writePageOfList(list, params)
  return params
}
