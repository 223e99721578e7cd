import type { ProfileFilter } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** One page of the profiles that are visible in the scope, at most 50 (contract §i). */
export const listProfiles = (
  connection: Connection,
  { limit, offset, ...body }: ProfileFilter & { limit?: number; offset?: number },
  signal?: AbortSignal,
) => call(connection, 'POST /v1/dashboard/clusterprofiles', { query: { limit, offset }, body, signal })

/** Types, cloud types and tags that occur in the scope: what the list's filters can offer. */
export const listProfileFacets = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/clusterprofiles/facets', { signal })

/** Name, uid, cloud and version of every profile visible in the scope, without pages. */
export const listProfilesMetadata = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/dashboard/clusterprofiles/metadata', { signal })

/** A profile with its layers; secrets are masked for the console. Refusal: `ResourceNotFound`. */
export const getProfile = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}', { params: { uid }, signal })

/** The variables of a profile; sensitive defaults are masked. */
export const getProfileVariables = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/variables', { params: { uid }, signal })

/** The manifests of one layer with their texts; Secrets are masked for the console. */
export const getLayerManifests = (
  connection: Connection,
  { profileUid, packName }: { profileUid: string; packName: string },
  signal?: AbortSignal,
) => {
  const params = { uid: profileUid, packName }
  return call(connection, 'GET /v1/clusterprofiles/{uid}/packs/{packName}/manifests', { params, signal })
}

/** The imports that made or touched a profile, newest first. */
export const listProfileImports = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/imports', { params: { uid }, signal })

/** Versions of a profile in its scope, newest first, with how each came here. */
export const listProfileVersions = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/clusterprofiles/{uid}/versions', { params: { uid }, signal })

/** What was cloned from some profiles and outlives them. */
export const listProfileClones = (connection: Connection, uids: readonly string[], signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/clusterprofiles/clones', { query: { uids: uids.join(',') }, signal })

/** Deletes versions of profiles, each for itself; the answer says which could not be deleted, and why. */
export const deleteProfiles = (connection: Connection, uids: readonly string[]) =>
  call(connection, 'DELETE /v1/clusterprofiles/bulk', { body: { uids: [...uids] } })

/** Deletes one version of a profile. */
export const deleteProfile = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/clusterprofiles/{uid}', { params: { uid } })

/** Whether name and version are free in the scope: ok when they are, `ClusterProfileAlreadyExists` when not. */
export const validateProfileName = (
  connection: Connection,
  query: { name: string; version: string },
  signal?: AbortSignal,
) => call(connection, 'GET /v1/clusterprofiles/validate/name', { query, signal })
