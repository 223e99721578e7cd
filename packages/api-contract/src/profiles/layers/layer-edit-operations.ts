import { z } from 'zod'
import type { Operations } from '../../operation/operation.ts'
import { documentedOnly } from '../../operation/palette.ts'
import { created, noContent } from '../../operation/success.ts'
import { manifestInputSchema, packBodySchema } from '../profile-edit.ts'
import { packRefsInputSchema } from './profile-packs.ts'
import { layerParams, manifestParams, profileParams } from '../profile-params.ts'

const mayUpdate = { tag: 'profiles', access: { permission: 'clusterProfile.update' }, isDocument: true } as const
const layer = { ...mayUpdate, path: '/v1/clusterprofiles/{uid}/packs/{packName}', params: layerParams } as const
const manifest = {
  ...mayUpdate,
  path: '/v1/clusterprofiles/{uid}/packs/{packName}/manifests/{manifestUid}',
  params: manifestParams,
} as const

/** Changes to the layers of a draft and their manifests. */
export const layerEditOperations = {
  add: {
    ...mayUpdate,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/packs',
    palette: documentedOnly('v1ClusterProfilesUidPacksAdd'),
    summary: 'Adds a layer to the draft',
    params: profileParams,
    body: packBodySchema,
    success: created,
  },
  change: {
    ...layer,
    method: 'PUT',
    palette: documentedOnly('v1ClusterProfilesUidPacksNameUpdate'),
    summary: 'Changes version or values of a layer of the draft',
    body: packBodySchema,
    success: noContent,
  },
  /**
   * Refusals: `ProfileChanged` if the profile has changed since the state in `If-Match`, `ProfileRefused` and the like,
   * `ProfileImmutable`.
   */
  changeSeveral: {
    ...mayUpdate,
    method: 'PATCH',
    path: '/v1/clusterprofiles/{uid}/packRefs',
    palette: documentedOnly('v1ClusterProfilesPacksRefUpdate'),
    summary: 'Changes some layers of the draft at once, as an update of packs does',
    params: profileParams,
    query: z.object({
      notify: z.string().max(300).optional().describe('Taken and not looked at: nothing is notified here'),
    }),
    body: packRefsInputSchema,
    success: noContent,
  },
  remove: {
    ...layer,
    method: 'DELETE',
    palette: documentedOnly('v1ClusterProfilesUidPacksNameDelete'),
    summary: 'Removes a layer from the draft',
    success: noContent,
  },
  addManifest: {
    ...mayUpdate,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/packs/{packName}/manifests',
    palette: documentedOnly('v1ClusterProfilesUidPacksNameManifestsAdd'),
    summary: 'Adds a manifest to a layer of the draft',
    params: layerParams,
    body: manifestInputSchema,
    success: created,
  },
  changeManifest: {
    ...manifest,
    method: 'PUT',
    palette: documentedOnly('v1ClusterProfilesUidPacksNameManifestsUidUpdate'),
    summary: 'Changes a manifest of a layer of the draft',
    body: manifestInputSchema,
    success: noContent,
  },
  removeManifest: {
    ...manifest,
    method: 'DELETE',
    palette: documentedOnly('v1ClusterProfilesUidPacksNameManifestsUidDelete'),
    summary: 'Removes a manifest from a layer of the draft',
    success: noContent,
  },
} as const satisfies Operations
