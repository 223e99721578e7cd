import type { Operations } from '../operation/operation.ts'
import { homeSchema } from './home.ts'
import { searchQuerySchema, searchResultsSchema } from './search.ts'

/** The home page and the search. */
export const overviewOperations = {
  home: {
    method: 'GET',
    path: '/v1/console/home',
    tag: 'console',
    summary: 'What needs attention, what can be updated, what changed last, and what profiles there are',
    access: { permission: 'clusterProfile.list' },
    success: { 200: homeSchema },
  },
  search: {
    method: 'GET',
    path: '/v1/console/search',
    tag: 'console',
    summary: 'Profiles, packs, macros and people by name, as far as the roles here allow to list them',
    access: 'signed-in',
    query: searchQuerySchema,
    success: { 200: searchResultsSchema },
  },
} as const satisfies Operations
