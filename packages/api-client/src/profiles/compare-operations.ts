import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

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
