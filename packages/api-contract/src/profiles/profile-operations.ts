import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { wholeListQuerySchema } from '../shapes/list-query.ts'
import { pagingQuerySchema } from '../shapes/paging.ts'
import { uidParams } from '../shapes/uid.ts'
import { bulkDeleteResponseSchema, bulkDeleteSchema } from './profile-edit.ts'
import { importRecordsSchema } from './transfer/import-records.ts'
import { validateNameQuerySchema } from './transfer/profile-import.ts'
import {
  profileFacetsSchema,
  profileFilterSchema,
  profilesMetadataSchema,
  profilesSchema,
  profileSummariesSchema,
} from './profile-list.ts'
import { profileSummaryOfOneSchema } from './layers/profile-packs.ts'
import { includePackMetaQuerySchema, profileParams } from './profile-params.ts'
import { profileClonesQuerySchema, profileClonesSchema } from './profile-clones.ts'
import { profileVersionsSchema } from './profile-versions.ts'
import { profileSchema, variablesSchema } from './profiles.ts'

const mayGet = { tag: 'profiles', access: { permission: 'clusterProfile.get' } } as const
const mayList = { tag: 'profiles', access: { permission: 'clusterProfile.list' } } as const
const mayDelete = { tag: 'profiles', access: { permission: 'clusterProfile.delete' } } as const

/** Finding, reading and deleting profiles. */
export const profileOperations = {
  search: {
    ...mayList,
    method: 'POST',
    path: '/v1/dashboard/clusterprofiles',
    palette: calledByClients('v1ClusterProfilesFilterSummary'),
    summary: 'Profiles of the scope, one item a name by its newest version; a project sees those of the tenant too',
    query: pagingQuerySchema,
    body: profileFilterSchema.nullish(),
    success: { 200: profileSummariesSchema },
  },
  // No longer in the specification, but older clients and scripts call it.
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/clusterprofiles',
    summary: 'Every version of the profiles of the scope, without texts; a project sees those of the tenant too',
    description:
      'Palette’s specification names `POST /v1/dashboard/clusterprofiles` in its place. `filters` knows `metadata.name`, `metadata.uid`, `spec.version`, `spec.type` and `spec.cloudType`.',
    query: wholeListQuerySchema,
    success: { 200: profilesSchema },
  },
  listNames: {
    ...mayList,
    method: 'GET',
    path: '/v1/dashboard/clusterprofiles/metadata',
    palette: calledByClients('v1ClusterProfilesMetadata'),
    summary: 'Name and version of every profile of the scope',
    success: { 200: profilesMetadataSchema },
  },
  listFacets: {
    ...mayList,
    method: 'GET',
    path: '/v1/console/clusterprofiles/facets',
    tag: 'console',
    summary: 'What the filters of the list can offer in this scope',
    success: { 200: profileFacetsSchema },
  },
  get: {
    ...mayGet,
    method: 'GET',
    path: '/v1/clusterprofiles/{uid}',
    palette: calledByClients('v1ClusterProfilesGet'),
    summary: 'A profile; with true values for callers who may change it and use a key or token, otherwise masked',
    params: profileParams,
    query: includePackMetaQuerySchema,
    success: { 200: profileSchema },
  },
  getVariables: {
    ...mayGet,
    method: 'GET',
    path: '/v1/clusterprofiles/{uid}/variables',
    palette: calledByClients('V1ClusterProfilesUidVariablesGet'),
    summary: 'Variables of a profile',
    params: profileParams,
    success: { 200: variablesSchema },
  },
  getSummary: {
    ...mayGet,
    method: 'GET',
    path: '/v1/dashboard/clusterprofiles/{uid}',
    palette: calledByClients('v1ClusterProfilesUidSummary'),
    summary: 'A profile without its texts, with the states of its packs',
    params: profileParams,
    success: { 200: profileSummaryOfOneSchema },
  },
  downloadSpc: {
    ...mayGet,
    method: 'GET',
    path: '/v1/clusterprofiles/{uid}/spc/download',
    palette: documentedOnly('v1ClusterProfilesUidSpcDownload', {
      code: 'NotSupported',
      reason: 'Is an archive for the installer of Edge hosts, whose form nobody describes in public',
    }),
    summary: 'Refused with NotSupported: an archive for Edge hosts, whose format is not public',
    params: profileParams,
    success: { 200: z.string().describe('Never sent') },
  },
  listImports: {
    ...mayGet,
    method: 'GET',
    path: '/v1/clusterprofiles/{uid}/imports',
    tag: 'console',
    summary: 'How a profile came here: its import, never a value',
    params: uidParams,
    success: { 200: importRecordsSchema },
  },
  listVersions: {
    ...mayGet,
    method: 'GET',
    path: '/v1/console/clusterprofiles/{uid}/versions',
    tag: 'console',
    summary: 'Versions of a profile in its scope: state, author, dates, and how each came here',
    params: uidParams,
    success: { 200: profileVersionsSchema },
  },
  listClones: {
    ...mayGet,
    method: 'GET',
    path: '/v1/console/clusterprofiles/clones',
    tag: 'console',
    summary: 'What was cloned from profiles and outlives them',
    query: profileClonesQuerySchema,
    success: { 200: profileClonesSchema },
  },
  validateName: {
    method: 'GET',
    path: '/v1/clusterprofiles/validate/name',
    palette: documentedOnly('v1ClusterProfilesValidateNameVersion'),
    tag: 'profiles',
    summary:
      'Whether a name and version is free in this scope. The header Waybill-Warnings says where the tenant has a profile of a project’s name',
    access: { permission: 'clusterProfile.create' },
    query: validateNameQuerySchema,
    success: noContent,
  },
  delete: {
    ...mayDelete,
    method: 'DELETE',
    path: '/v1/clusterprofiles/{uid}',
    palette: calledByClients('v1ClusterProfilesDelete'),
    summary: 'Delete a profile version',
    params: profileParams,
    success: noContent,
  },
  deleteBulk: {
    ...mayDelete,
    method: 'DELETE',
    path: '/v1/clusterprofiles/bulk',
    palette: calledByClients('v1ClusterProfilesBulkDelete'),
    summary: 'Deletes profile versions, each for itself; says which could not be deleted',
    body: bulkDeleteSchema,
    success: { 200: bulkDeleteResponseSchema },
  },
} as const satisfies Operations
