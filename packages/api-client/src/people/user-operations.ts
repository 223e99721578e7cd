import type { PeopleQuery, UserInput, UserUpdate } from '@waybill/api-contract'
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

/** People with their state, when they were here last and the roles that they hold where; a page of them. */
export const listPeople = (connection: Connection, query: PeopleQuery, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/users', { query, signal })

/** One person. Refusal: `ResourceNotFound`. */
export const getPerson = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/users/{uid}', { params: { uid }, signal })

/** What somebody may do where, and which role allows it. Refusal: `ResourceNotFound`. */
export const getPersonAccess = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/users/{uid}/access', { params: { uid }, signal })

/** Changes e-mail and names of a user. Refusal: `UserExists`. */
export const updateUser = (connection: Connection, uid: string, body: UserUpdate) =>
  call(connection, 'PUT /v1/users/{uid}', { params: { uid }, body })

/** Disables a user, whose sessions and tokens end, or lets them in again. Refusal: `LastAdmin`. */
export const setUserState = (connection: Connection, uid: string, body: { isActive: boolean }) =>
  call(connection, 'PUT /v1/console/users/{uid}/state', { params: { uid }, body })

/** Sets the roles, by name, that a user holds in the tenant. Refusal: `LastAdmin`. */
export const setTenantRoles = (connection: Connection, uid: string, roles: readonly string[]) =>
  call(connection, 'PUT /v1/users/{uid}/roles', { params: { uid }, body: { roles: [...roles] } })

/** Sets the roles, by name, that a user holds in one project; other projects stay as they are. */
export const setProjectRoles = (
  connection: Connection,
  uid: string,
  { projectUid, roles }: { projectUid: string; roles: readonly string[] },
) =>
  call(connection, 'PUT /v1/users/{uid}/projects', {
    params: { uid },
    body: { projects: [{ projectUid, roles: [...roles] }] },
  })
