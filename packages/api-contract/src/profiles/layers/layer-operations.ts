import { z } from 'zod'
import type { Operations } from '../../operation/operation.ts'
import { calledByClients, documentedOnly } from '../../operation/palette.ts'
import {
  profilePackConfigSchema,
  profilePackSchema,
  profilePacksManifestsSchema,
  profilePacksSchema,
  resolvedValuesQuerySchema,
  resolvedValuesSchema,
} from './profile-packs.ts'
import { includePackMetaQuerySchema, layerParams, manifestParams, profileParams } from '../profile-params.ts'
import { profileManifestSchema, profileManifestsSchema } from '../profiles.ts'

const mayGet = { method: 'GET', tag: 'profiles', access: { permission: 'clusterProfile.get' } } as const

/** Reading the layers of a profile: those of its draft, or the published ones if it has no draft. */
export const layerOperations = {
  list: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs',
    palette: documentedOnly('v1ClusterProfilesUidPacksGet'),
    summary: 'The layers of a profile with what the catalogue knows of their packs',
    params: profileParams,
    query: includePackMetaQuerySchema,
    success: { 200: profilePacksSchema },
  },
  listWithManifests: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs/manifests',
    palette: documentedOnly('v1ClusterProfilesUidPacksManifestsGet'),
    summary: 'The layers of a profile with the contents of their manifests',
    params: profileParams,
    query: includePackMetaQuerySchema,
    success: { 200: profilePacksManifestsSchema },
  },
  listResolvedValues: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs/resolvedValues',
    palette: documentedOnly('v1ClusterProfilesUidPacksResolvedValuesGet'),
    summary: 'Values of the layers with macros, defaults of variables and values of packs in their place',
    description:
      'What only a cluster knows stays as it is. A body cannot be relied on in a GET: name layers in the query.',
    params: profileParams,
    query: resolvedValuesQuerySchema,
    success: { 200: resolvedValuesSchema },
  },
  get: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs/{packName}',
    palette: documentedOnly('V1ClusterProfilesUidPacksNameGet'),
    summary: 'A layer with its pack, its registry and the macros that its values name',
    params: layerParams,
    success: { 200: profilePackSchema },
  },
  getConfig: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs/{packName}/config',
    palette: documentedOnly('v1ClusterProfilesUidPacksConfigGet'),
    summary: 'Values and manifests of a layer, and whether the values differ from those of its pack',
    params: layerParams,
    query: z.object({ packUid: z.string().max(300).default('').describe('Has to be the pack of the layer') }),
    success: { 200: profilePackConfigSchema },
  },
  listManifests: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs/{packName}/manifests',
    palette: calledByClients('v1ClusterProfilesUidPacksUidManifests'),
    summary: 'Manifests of the layer of this name',
    params: profileParams.extend({ packName: z.string().max(300) }),
    success: { 200: profileManifestsSchema },
  },
  getManifest: {
    ...mayGet,
    path: '/v1/clusterprofiles/{uid}/packs/{packName}/manifests/{manifestUid}',
    palette: documentedOnly('v1ClusterProfilesUidPacksNameManifestsUidGet'),
    summary: 'One manifest of a layer, draft and published side by side',
    params: manifestParams,
    success: { 200: profileManifestSchema },
  },
} as const satisfies Operations
