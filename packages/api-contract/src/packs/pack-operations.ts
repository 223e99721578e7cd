import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { registryUsersSchema } from '../registries/console-registries.ts'
import { pagingQuerySchema } from '../shapes/paging.ts'
import { uidParams } from '../shapes/uid.ts'
import { packSearchResponseSchema, packSearchSchema } from './pack-search.ts'
import {
  consolePackSchema,
  packFacetsSchema,
  packListQuerySchema,
  packReadmeSchema,
  packSummariesSchema,
  packTagEntitySchema,
  packTagQuerySchema,
} from './packs.ts'

const mayList = { tag: 'packs', access: { permission: 'packRegistry.list' } } as const
const mayGet = { tag: 'packs', access: { permission: 'packRegistry.get' } } as const

/** Pack versions that the registries hold. */
export const packOperations = {
  list: {
    ...mayList,
    method: 'GET',
    path: '/v1/packs',
    palette: calledByClients('v1PacksSummaryList'),
    summary:
      'Pack versions of all registries. Values of charts are read from their registry for the first ten of a page, and are empty where that fails',
    query: packListQuerySchema,
    success: { 200: packSummariesSchema },
  },
  search: {
    ...mayList,
    method: 'POST',
    path: '/v1/packs/search',
    palette: calledByClients('v1PacksSearch'),
    summary: 'Packs by name, each with the registries that hold it and its newest version there',
    query: pagingQuerySchema,
    body: packSearchSchema.nullish(),
    success: { 200: packSearchResponseSchema },
  },
  get: {
    ...mayGet,
    method: 'GET',
    path: '/v1/packs/{uid}',
    palette: calledByClients('v1PacksUid'),
    summary:
      'A pack of one registry: all its versions as tags, and the content of the version asked for. packValues is empty when that is still in the registry and cannot be read just now',
    params: uidParams,
    query: packTagQuerySchema,
    success: { 200: packTagEntitySchema },
  },
  getByName: {
    ...mayGet,
    method: 'GET',
    path: '/v1/packs/{packName}/registries/{registryUid}',
    palette: calledByClients('v1PacksNameRegistryUidList'),
    summary:
      'The versions of a pack in one registry with their values, newest first. Values that are still in the registry are read for the newest 20 and left out where that fails. A registry of charts that is not synchronised is asked for the newest 20 versions',
    params: z.object({ packName: z.string().max(512), registryUid: z.string().max(64) }),
    query: packTagQuerySchema,
    success: { 200: packTagEntitySchema },
  },
  getReadme: {
    ...mayGet,
    method: 'GET',
    path: '/v1/packs/{uid}/readme',
    palette: documentedOnly('v1PacksUidReadme'),
    summary: 'The README of a pack version; empty when it has none or its registry cannot be read just now',
    params: uidParams,
    success: { 200: packReadmeSchema },
  },
  getLogo: {
    ...mayGet,
    method: 'GET',
    path: '/v1/packs/{uid}/logo',
    palette: documentedOnly('v1PacksPackUidLogo', {
      code: 'ResourceNotFound',
      reason: 'Logos are not kept, and `logoUrl` is empty everywhere',
    }),
    summary: 'Logos are not kept: always ResourceNotFound, and logoUrl is empty everywhere',
    params: uidParams,
    success: { 200: z.never().describe('Never sent') },
  },
} as const satisfies Operations

/** Packs as the console shows them. */
export const consolePackOperations = {
  listFacets: {
    method: 'GET',
    path: '/v1/console/packs/facets',
    tag: 'console',
    summary: 'What the filters of the packs can offer',
    access: { permission: 'packRegistry.list' },
    success: { 200: packFacetsSchema },
  },
  get: {
    method: 'GET',
    path: '/v1/console/packs/{uid}',
    tag: 'console',
    summary: 'All of one pack version, and which versions there are in all registries',
    access: { permission: 'packRegistry.get' },
    params: uidParams,
    success: { 200: consolePackSchema },
  },
  listUsers: {
    method: 'GET',
    path: '/v1/console/packs/{uid}/users',
    tag: 'console',
    summary: 'Profiles that the caller may see with a layer out of this pack version',
    access: { permission: 'clusterProfile.list' },
    params: uidParams,
    success: { 200: registryUsersSchema },
  },
} as const satisfies Operations
