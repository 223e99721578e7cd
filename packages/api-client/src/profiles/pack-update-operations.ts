import type { PackInput, PackUpdateInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import { ifMatch, type Connection } from '../connection.ts'

/** The other versions of the packs of a profile, newest first. */
export const listPackUpdates = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/packUpdates', { params: { uid }, signal })

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
 * Puts another version or other values in the place of a layer of the draft. Refusals: `ProfileChanged` where the profile is no longer
 * as `etag` says, `ProfileRefused` and its kin, `ProfileImmutable`.
 */
export const changeLayer = (
  connection: Connection,
  { pack, etag, ...params }: LayerPlace & { pack: PackInput; etag: string },
) => call(ifMatch(connection, etag), 'PUT /v1/clusterprofiles/{uid}/packs/{packName}', { params, body: { pack } })
