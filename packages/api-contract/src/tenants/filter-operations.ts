import type { Operations } from '../operation/operation.ts'
import { documentedOnly } from '../operation/palette.ts'
import { created, noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import {
  filtersMetadataQuerySchema,
  filtersMetadataSchema,
  filtersQuerySchema,
  filtersSchema,
  tagFilterInputSchema,
  tagFilterSchema,
} from './filters.ts'

/** Filters serve to find profiles, so listing them takes the permission to list profiles. */
const mayList = { tag: 'filters', access: { permission: 'clusterProfile.list' } } as const
const maySave = { tag: 'filters', access: { permission: 'tag.update' } } as const
const item = { path: '/v1/filters/tag/{uid}', params: uidParams } as const

/** Saved filters by tag. */
export const filterOperations = {
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/filters',
    palette: documentedOnly('v1FiltersList'),
    summary: 'Saved filters of the scope; a project sees those of the tenant too',
    query: filtersQuerySchema,
    success: { 200: filtersSchema },
  },
  listNames: {
    ...mayList,
    method: 'GET',
    path: '/v1/filters/metadata',
    palette: documentedOnly('v1FiltersMetadata'),
    summary: 'Uid and name of every saved filter of the scope',
    query: filtersMetadataQuerySchema,
    success: { 200: filtersMetadataSchema },
  },
  /** Refusal: a filter with that name exists. */
  create: {
    ...maySave,
    method: 'POST',
    path: '/v1/filters/tag',
    palette: documentedOnly('v1TagFiltersCreate'),
    summary: 'Saves a filter by tags',
    body: tagFilterInputSchema,
    success: created,
  },
  get: {
    ...mayList,
    ...item,
    method: 'GET',
    summary: 'A saved filter by tags',
    success: { 200: tagFilterSchema },
  },
  replace: {
    ...maySave,
    ...item,
    method: 'PUT',
    summary: 'Replaces a saved filter',
    body: tagFilterInputSchema,
    success: noContent,
  },
  delete: { ...maySave, ...item, method: 'DELETE', summary: 'Deletes a saved filter', success: noContent },
} as const satisfies Operations
