import type { OwnName } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** Changes the own first and last name. */
export const renameSelf = (connection: Connection, body: OwnName) =>
  call(connection, 'PUT /v1/console/session/name', { body })

/** Browsers and tokens by which the caller is signed in, the last used first. */
export const listOwnSessions = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/sessions', { signal })

/** Ends one session of the caller's. Refusal: `ResourceNotFound` where it has ended. */
export const endSession = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/console/sessions/{uid}', { params: { uid } })

/** Ends all sessions of the caller's but the one that asks. */
export const endOtherSessions = (connection: Connection) => call(connection, 'DELETE /v1/console/sessions', {})
