import type { PackInput, PackUpdateInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import { ifMatch, type Connection } from '../connection.ts'

/** The other versions of the packs of a profile, newest first. */
export const listPackUpdates = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/packUpdates', { params: { uid }, signal })

/** Profiles of the scope that have pack updates, or those of `uids` that do. */
export const listProfileUpdates = (
  connection: Connection,
  query: { uids?: string; limit?: number; offset?: number },
  signal?: AbortSignal,
) => call(connection, 'GET /v1/console/clusterprofiles/packUpdates', { query, signal })

/** A layer of a profile. */
interface LayerPlace {
  uid: string
  packName: string
}

/** The values of a layer merged into the defaults of another version of its pack. Refusal: `PackNotFound`. */
export const previewPackUpdate = (
  connection: Connection,
  { body, ...params }: LayerPlace & { body: PackUpdateInput },
  signal?: AbortSignal,
) => call(connection, 'POST /v1/clusterprofiles/{uid}/packs/{packName}/update-preview', { params, body, signal })

/**
 * Puts other versions or values in the place of layers of the draft, all of them or none. Refusals: `ProfileChanged` where the
 * profile is no longer as `etag` says, `ProfileRefused` and its kin, `ProfileImmutable`.
 */
export const changeLayers = (
  connection: Connection,
  { packs, etag, ...params }: { uid: string; packs: PackInput[]; etag: string },
) => call(ifMatch(connection, etag), 'PATCH /v1/clusterprofiles/{uid}/packRefs', { params, body: { packs } })
