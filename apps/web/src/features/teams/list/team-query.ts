import { listAddress, orderPart, pageParts, type QueryOf, searchPart } from '../../../shared/ui/list/list-address.ts'

export const teamList = listAddress({ search: searchPart, order: orderPart, ...pageParts })

/** What the list of teams shows. */
export type TeamList = QueryOf<typeof teamList>
