import type { Operations } from '../operation/operation.ts'
import { calledByClients, documentedOnly } from '../operation/palette.ts'
import { createdWithWarnings, noContent } from '../operation/success.ts'
import {
  cloneInputSchema,
  cloneMetadataSchema,
  profileInputSchema,
  profileMetadataInputSchema,
  profileUpdateSchema,
  profileVersionInputSchema,
  publishQuerySchema,
  variableNamesSchema,
  variablesInputSchema,
} from './profile-edit.ts'
import { packsToValidateSchema, packsValidationSchema } from './layers/profile-packs.ts'
import { profileParams } from './profile-params.ts'

const tag = 'profiles'
const mayGet = { tag, access: { permission: 'clusterProfile.get' } } as const
const mayUpdate = {
  tag,
  access: { permission: 'clusterProfile.update' },
  isDocument: true,
  params: profileParams,
  success: noContent,
} as const
const variables = { ...mayUpdate, path: '/v1/clusterprofiles/{uid}/variables' } as const

/** Creating, changing and publishing profiles. */
export const profileEditOperations = {
  /** Refusals: the problems of the profile. */
  create: {
    method: 'POST',
    path: '/v1/clusterprofiles',
    palette: calledByClients('v1ClusterProfilesCreate'),
    tag,
    summary: 'Creates a cluster profile',
    description:
      'The uid of a pack takes precedence over its tag and version. A uid that is unknown here is refused, unless name, tag or version, and registryUid name one pack; so is a version that the tag does not match; one that is in no registry here is replaced by the newest that a floating tag matches, with a warning; a registry that is here but does not hold the pack is refused with those that do. A profile with layers must have all layers that its type needs, because it could not be published otherwise; with `publish=false` it becomes a draft, which may lack some. Other remarks are in `warnings`, and in the header Waybill-Warnings.',
    access: { permission: 'clusterProfile.create' },
    isDocument: true,
    query: publishQuerySchema,
    body: profileInputSchema,
    success: createdWithWarnings,
  },
  /**
   * Refusals: `ProfileChanged` if the profile has changed since the state in `If-Match`, `ProfileBusy` if others change
   * it all the while, `MaskedValues`, and the problems of the profile.
   */
  update: {
    ...mayUpdate,
    method: 'PUT',
    path: '/v1/clusterprofiles/{uid}',
    palette: calledByClients('v1ClusterProfilesUpdate'),
    summary: 'Replaces the layers of the draft of a cluster profile, and its variables where they are sent',
    description:
      'A changed tag or version takes precedence over the uid that the layer already has; any other uid takes precedence over both. A tag that does not match that uid causes a warning, and so does the layer’s present version; another version is refused. So a request with the uid that the layer had and a new tag moves the layer back, with a warning, when it is sent again. The layer’s present version asks for nothing beside a changed tag that does not match it. Layers that the request does not change keep their packs, even those that their registries no longer hold; the header Waybill-Warnings lists these. With If-Match, as for every change of a profile, it is refused with ProfileChanged if the profile has changed since that ETag. In a session, which sees masks, an untouched mask keeps the value stored at its path in the text; a mask that hides no value is refused with MaskedValues. With `publish=true`, which also takes the permission to publish, the changed draft is published in the same transaction, or nothing is written.',
    query: publishQuerySchema,
    body: profileUpdateSchema,
  },
  saveAsVersion: {
    tag,
    access: { permission: 'clusterProfile.update' },
    isDocument: true,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/versions',
    summary: 'Creates another version from a cluster profile and changes to it; the profile itself stays unchanged',
    description:
      'Takes what `PUT /v1/clusterprofiles/{uid}` takes, with the new version in `spec.version`, or in `spec.packs` only the layers that change; and the permission `clusterProfile.create` in addition to `clusterProfile.update` in the scope of the profile. A mask that a session left untouched keeps the stored value. `publish=true` publishes the new version at once.',
    params: profileParams,
    query: publishQuerySchema,
    body: profileVersionInputSchema,
    success: createdWithWarnings,
  },
  updateMetadata: {
    ...mayUpdate,
    method: 'PATCH',
    path: '/v1/clusterprofiles/{uid}/metadata',
    palette: calledByClients('v1ClusterProfilesUidMetadataUpdate'),
    summary: 'Changes name, description, labels and version of a profile',
    body: profileMetadataInputSchema,
  },
  publish: {
    method: 'PATCH',
    path: '/v1/clusterprofiles/{uid}/publish',
    palette: calledByClients('v1ClusterProfilesPublish'),
    tag,
    summary: 'Publishes the draft of a cluster profile',
    description:
      'With If-Match, it is refused with ProfileChanged where the profile is no longer as the ETag of its reading says.',
    access: { permission: 'clusterProfile.publish' },
    params: profileParams,
    success: noContent,
  },
  replaceVariables: {
    ...variables,
    method: 'PUT',
    palette: calledByClients('V1ClusterProfilesUidVariablesPut'),
    summary: 'Replaces all variables of a profile',
    body: variablesInputSchema,
  },
  mergeVariables: {
    ...variables,
    method: 'PATCH',
    palette: calledByClients('V1ClusterProfilesUidVariablesPatch'),
    summary: 'Adds variables, or changes those of the same name',
    body: variablesInputSchema,
  },
  removeVariables: {
    ...variables,
    method: 'DELETE',
    palette: documentedOnly('V1ClusterProfilesUidVariablesDelete'),
    summary: 'Removes variables by name',
    body: variableNamesSchema,
  },
  /** Refusal: `ClusterProfileAlreadyExists`, `Forbidden`. */
  clone: {
    ...mayGet,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/clone',
    palette: calledByClients('v1ClusterProfilesUidClone'),
    summary: 'Makes a draft of another name, version or scope out of a profile',
    description:
      'Refused with Forbidden if the caller sees masks in the profile: the clone would contain the values behind them.',
    params: profileParams,
    body: cloneInputSchema,
    success: createdWithWarnings,
  },
  validateClone: {
    ...mayGet,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/clone/validate',
    palette: documentedOnly('v1ClusterProfilesUidCloneValidate'),
    summary: 'Whether a clone of this name and version could be made',
    params: profileParams,
    body: cloneMetadataSchema,
    success: noContent,
  },
  validatePacks: {
    ...mayGet,
    method: 'POST',
    path: '/v1/clusterprofiles/validate/packs',
    palette: documentedOnly('v1ClusterProfilesValidatePacks'),
    summary: 'What is wrong with the packs of a template',
    isDocument: true,
    body: packsToValidateSchema,
    success: { 200: packsValidationSchema },
  },
  validateOwnPacks: {
    ...mayGet,
    method: 'POST',
    path: '/v1/clusterprofiles/{uid}/validate/packs',
    palette: documentedOnly('v1ClusterProfilesUidValidatePacks'),
    summary: 'What is wrong with the packs of a profile, as it is or with the layers of a template',
    isDocument: true,
    params: profileParams,
    body: packsToValidateSchema,
    success: { 200: packsValidationSchema },
  },
} as const satisfies Operations
