import type { ProjectsSummaryBody } from '@waybill/api-contract'
import { listAddress, pageParts, type QueryOf, searchPart } from '../../shared/ui/list/list-address.ts'

export const projectList = listAddress({ search: searchPart, ...pageParts })

/** The query of the list of projects. */
export type ProjectList = QueryOf<typeof projectList>

export type Project = ProjectsSummaryBody['items'][number]

/** Clients look for the project by this name, so it can be neither renamed nor deleted. */
export const NEEDED = 'Default'

export const descriptionOf = ({ metadata }: Project): string => metadata.annotations['description'] ?? ''
