import type { ProjectsSummaryBody } from '@waybill/api-contract'
import { type PageOfList, readPageOfList, writePageOfList } from '../../shared/ui/list/page-of-list.ts'

/** What the list of projects shows, as it stands in the address. */
export interface ProjectList extends PageOfList {
  search: string
}

export type Project = ProjectsSummaryBody['items'][number]

/** Clients look for it by this name, so that it can be neither renamed nor deleted. */
export const NEEDED = 'Default'

/** Reads the address; what is unknown there counts as not said. */
export const readProjectList = (params: URLSearchParams): ProjectList => ({
  search: (params.get('search') ?? '').slice(0, 253),
  ...readPageOfList(params),
})

/** The address of a list; what is as usual is left out. */
export function writeProjectList(list: ProjectList): URLSearchParams {
  const params = new URLSearchParams()
  if (list.search !== '') params.set('search', list.search)
  writePageOfList(list, params)
  return params
}

export const descriptionOf = ({ metadata }: Project): string => metadata.annotations['description'] ?? ''
