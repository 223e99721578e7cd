import type {
  ImportRecordsBody,
  ProfileBody,
  ProfileFacetsBody,
  ProfileFilter,
  ProfileManifestsBody,
  ProfilesMetadataBody,
  ProfileSummariesBody,
  VariablesBody,
} from '@waybill/api-contract'
import { apiPath, readJson, readNothing, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** One page of the profiles that are visible in the scope, at most 50 (contract §i). */
export function listProfiles(
  connection: Connection,
  page: ProfileFilter & { limit?: number; offset?: number },
  signal?: AbortSignal,
): Promise<Result<ProfileSummariesBody>> {
  const { limit, offset, ...body } = page
  const path = '/v1/dashboard/clusterprofiles'
  return send(
    connection,
    { method: 'POST', path, query: { limit, offset }, body, signal },
    readJson<ProfileSummariesBody>,
  )
}

/** Types, cloud types and tags that occur in the scope: what the list's filters can offer. */
export function listProfileFacets(connection: Connection, signal?: AbortSignal): Promise<Result<ProfileFacetsBody>> {
  const request = { method: 'GET', path: '/v1/console/clusterprofiles/facets', signal } as const
  return send(connection, request, readJson<ProfileFacetsBody>)
}

/** Name, uid, cloud and version of every profile visible in the scope, without pages. */
export function listProfilesMetadata(
  connection: Connection,
  signal?: AbortSignal,
): Promise<Result<ProfilesMetadataBody>> {
  const request = { method: 'GET', path: '/v1/dashboard/clusterprofiles/metadata', signal } as const
  return send(connection, request, readJson<ProfilesMetadataBody>)
}

/** A profile with its layers; secrets are masked for the console. Refusal: `ResourceNotFound`. */
export function getProfile(connection: Connection, uid: string, signal?: AbortSignal): Promise<Result<ProfileBody>> {
  return send(connection, { method: 'GET', path: apiPath`/v1/clusterprofiles/${uid}`, signal }, readJson<ProfileBody>)
}

/** The variables of a profile; sensitive defaults are masked. */
export function getProfileVariables(
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<VariablesBody>> {
  const path = apiPath`/v1/clusterprofiles/${uid}/variables`
  return send(connection, { method: 'GET', path, signal }, readJson<VariablesBody>)
}

/** The manifests of one layer with their texts; Secrets are masked for the console. */
export function getLayerManifests(
  connection: Connection,
  layer: { profileUid: string; packName: string },
  signal?: AbortSignal,
): Promise<Result<ProfileManifestsBody>> {
  const path = apiPath`/v1/clusterprofiles/${layer.profileUid}/packs/${layer.packName}/manifests`
  return send(connection, { method: 'GET', path, signal }, readJson<ProfileManifestsBody>)
}

/** The imports that made or touched a profile, newest first. */
export function listProfileImports(
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<ImportRecordsBody>> {
  const path = apiPath`/v1/clusterprofiles/${uid}/imports`
  return send(connection, { method: 'GET', path, signal }, readJson<ImportRecordsBody>)
}

/** Deletes one version of a profile. */
export function deleteProfile(connection: Connection, uid: string): Promise<Result<void>> {
  return send(connection, { method: 'DELETE', path: apiPath`/v1/clusterprofiles/${uid}` }, readNothing)
}

/** Whether name and version are free in the scope: ok when they are, `ClusterProfileAlreadyExists` when not. */
export function validateProfileName(
  connection: Connection,
  name: { name: string; version: string },
  signal?: AbortSignal,
): Promise<Result<void>> {
  const path = '/v1/clusterprofiles/validate/name'
  return send(connection, { method: 'GET', path, query: name, signal }, readNothing)
}
