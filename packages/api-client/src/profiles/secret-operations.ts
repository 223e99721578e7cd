import type { RevealInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** The value behind one mask; it is audited. Refusal: `Forbidden`, `ResourceNotFound` where no mask stands, `TooManyRequests`. */
export const revealSecret = (connection: Connection, uid: string, place: RevealInput) =>
  call(connection, 'POST /v1/clusterprofiles/{uid}/secrets/reveal', { params: { uid }, body: place })
