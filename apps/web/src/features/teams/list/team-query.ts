import { listAddress, orderPart, pageParts, type QueryOf, searchPart } from '../../../shared/ui/list/list-address.ts'

export const teamList = listAddress({ search: searchPart, order: orderPart, ...pageParts })

/** The query of the list of teams. */
export type TeamList = QueryOf<typeof teamList>
