import type { TakeOverInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import { ifMatch, type Connection } from '../connection.ts'

/** Two profiles; the right one may stand in another project than the connection's. */
export interface ComparedPair {
  left: string
  right: string
  rightProject?: string | undefined
}

/** What differs between two profiles, secrets masked on both sides. Refusals: `ResourceNotFound`, `ExportUnmaskable`. */
export const compareProfiles = (
  connection: Connection,
  { left, right, rightProject }: ComparedPair,
  signal?: AbortSignal,
) =>
  call(connection, 'GET /v1/clusterprofiles/{uid}/compare', {
    params: { uid: left },
    query: { with: right, ...(rightProject ? { withProjectUid: rightProject } : {}) },
    signal,
  })

/** What differs between a profile and a file, which the server does not keep. Refusals: those of reading a file. */
export function compareWithFile(
  connection: Connection,
  { uid, file, fileName }: { uid: string; file: Blob; fileName: string },
  signal?: AbortSignal,
) {
  const body = new FormData()
  body.append('importFile', file, fileName)
  return call(connection, 'POST /v1/clusterprofiles/{uid}/compare/file', { params: { uid }, body, signal })
}

/**
 * Puts a layer or variable of another profile into the draft, secrets included. Refusals: `ProfileChanged` where it is no longer as
 * `etag` says, `Forbidden` where the caller sees masks in it, `ProfileImmutable`, and the problems that refuse it.
 */
export const takeOver = (
  connection: Connection,
  { uid, etag, body }: { uid: string; etag: string; body: TakeOverInput },
) => call(ifMatch(connection, etag), 'POST /v1/clusterprofiles/{uid}/compare/take-over', { params: { uid }, body })
