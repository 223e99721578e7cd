import { z } from 'zod'
import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { noContent } from '../operation/success.ts'
import { uidParams } from '../shapes/uid.ts'
import { consoleRegistriesSchema, registryUsersSchema } from './console-registries.ts'
import { registriesMetadataQuerySchema, registriesMetadataSchema } from './registries-metadata.ts'
import {
  helmRegistriesSchema,
  helmRegistriesSummarySchema,
  ociRegistriesSummarySchema,
  ociRegistrySchema,
  packRegistriesSchema,
  packRegistriesSummarySchema,
  registryConfigSchema,
} from './registries.ts'
import { registryDeleteQuerySchema, registryListQuerySchema } from './registry-queries.ts'

const mayList = { tag: 'registries', method: 'GET', access: { permission: 'packRegistry.list' } } as const
const mayGet = { tag: 'registries', method: 'GET', access: { permission: 'packRegistry.get' } } as const

/** Registries of every kind. */
export const registryOperations = {
  listNames: {
    ...mayList,
    path: '/v1/registries/metadata',
    palette: calledByClients('v1RegistriesMetadata'),
    summary: 'All registries of the tenant, by name',
    query: registriesMetadataQuerySchema,
    success: { 200: registriesMetadataSchema },
  },
  getConfig: {
    ...mayGet,
    path: '/v1/registries/{registryName}/config',
    palette: documentedOnly('v1RegistriesNameConfigGet'),
    summary: 'Endpoint and authentication of a registry by its name; secrets are masked',
    params: z.object({ registryName: z.string().max(253) }),
    success: { 200: registryConfigSchema },
  },
  delete: {
    method: 'DELETE',
    path: '/v1/registries/{uid}',
    palette: documentedOnly('v1RegistriesUidDelete'),
    tag: 'registries',
    summary: 'Delete a registry of any kind with its packs',
    access: { permission: 'packRegistry.delete' },
    scope: 'tenant',
    params: uidParams,
    query: registryDeleteQuerySchema,
    success: noContent,
  },
  getOci: {
    ...mayGet,
    path: '/v1/registries/oci/{uid}',
    palette: documentedOnly('v1OciRegistriesGet'),
    summary: 'Endpoint and authentication of an OCI registry of either type; secrets are masked',
    params: uidParams,
    success: { 200: ociRegistrySchema },
  },
  getImageRegistry: {
    ...mayGet,
    path: '/v1/registries/oci/image',
    palette: documentedOnly('v1OciImageRegistryGet', {
      code: 'NotSupported',
      reason: 'Waybill runs no clusters that would pull images',
    }),
    summary: 'Not supported: the registry that clusters pull images from',
    success: { 200: z.null() },
  },
} as const satisfies Operations

/** Lists of the registries of one kind. */
export const registryListOperations = {
  pack: {
    ...mayList,
    path: '/v1/registries/pack',
    palette: calledByClients('v1RegistriesPackList'),
    summary: 'All pack registries',
    query: registryListQuerySchema,
    success: { 200: packRegistriesSchema },
  },
  packSummary: {
    ...mayList,
    path: '/v1/registries/pack/summary',
    palette: documentedOnly('v1RegistriesPackSummaryList'),
    summary: 'Summaries of pack registries',
    query: registryListQuerySchema,
    success: { 200: packRegistriesSummarySchema },
  },
  helm: {
    ...mayList,
    path: '/v1/registries/helm',
    palette: calledByClients('v1RegistriesHelmList'),
    summary: 'All helm registries',
    query: registryListQuerySchema,
    success: { 200: helmRegistriesSchema },
  },
  helmSummary: {
    ...mayList,
    path: '/v1/registries/helm/summary',
    palette: documentedOnly('v1RegistriesHelmSummaryList'),
    summary: 'Summaries of helm registries',
    query: registryListQuerySchema,
    success: { 200: helmRegistriesSummarySchema },
  },
  ociSummary: {
    ...mayList,
    path: '/v1/registries/oci/summary',
    palette: calledByClients('v1OciRegistriesSummary'),
    summary: 'All OCI registries, basic and ecr together',
    success: { 200: ociRegistriesSummarySchema },
  },
} as const satisfies Operations

/** Registries as the console shows them. */
export const consoleRegistryOperations = {
  list: {
    ...mayList,
    path: '/v1/console/registries',
    tag: 'console',
    summary: 'All registries of the tenant with their packs counted and their newest sync',
    success: { 200: consoleRegistriesSchema },
  },
  listUsers: {
    ...mayGet,
    path: '/v1/console/registries/{uid}/users',
    tag: 'console',
    summary: 'Profiles with layers out of a registry',
    params: uidParams,
    success: { 200: registryUsersSchema },
  },
} as const satisfies Operations
