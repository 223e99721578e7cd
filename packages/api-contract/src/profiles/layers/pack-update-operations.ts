import type { Operations } from '../../operation/operation.ts'
import {
  packUpdateInputSchema,
  packUpdatePreviewSchema,
  packUpdatesSchema,
  profileUpdatesQuerySchema,
  profileUpdatesSchema,
} from './pack-updates.ts'
import { layerParams, profileParams } from '../profile-params.ts'

const mayGet = { tag: 'console', access: { permission: 'clusterProfile.get' } } as const

/** Updates of layers to another version of their pack. */
export const packUpdateOperations = {
  listAll: {
    tag: 'console',
    access: { permission: 'clusterProfile.list' },
    method: 'GET',
    path: '/v1/console/clusterprofiles/packUpdates',
    summary: 'Profiles of the scope whose layers can move to a newer version, with the newest that fits for each',
    query: profileUpdatesQuerySchema,
    success: { 200: profileUpdatesSchema },
  },
  list: {
    ...mayGet,
    method: 'GET',
    path: '/v1/clusterprofiles/{uid}/packUpdates',
    summary: 'The other versions of the packs of a profile, newest first',
    params: profileParams,
    success: { 200: packUpdatesSchema },
  },
  /** Refusal: `PackNotFound`. */
  preview: {
    ...mayGet,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/packs/{packName}/update-preview',
    summary: 'The values of a layer merged into the defaults of another version of its pack; nothing is changed',
    description:
      'Three texts are merged: the defaults of the version that the layer has, its values, and the defaults of the new version. Masks are values like any other; sent back untouched at their place, they keep the stored value.',
    params: layerParams,
    body: packUpdateInputSchema,
    success: { 200: packUpdatePreviewSchema },
  },
} as const satisfies Operations
