import type { UserInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** Creates a user, who can sign in once they set a password by a link. Refusal: `UserExists`, `Forbidden`. */
export const createUser = (connection: Connection, body: UserInput) => call(connection, 'POST /v1/users', { body })

/** Uid, name and e-mail of every user of the tenant. */
export const listUserNames = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/users/meta', { signal })

/** Deletes a user with their roles, sessions and API keys. Refusal: `LastAdmin`, `ResourceNotFound`. */
export const deleteUser = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/users/{uid}', { params: { uid } })

/** Makes a link by which a user sets a password, once and within a day; it is shown this once. Refusal: `ResourceNotFound`. */
export const makePasswordLink = (connection: Connection, uid: string) =>
  call(connection, 'POST /v1/console/users/{uid}/password-link', { params: { uid } })
