import type { OwnPassword, SignInRequest } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** Signs in with e-mail and password; the answer sets the session cookie. Refusal: `InvalidCredentials`, `TooManyRequests`. */
export const signIn = (connection: Connection, body: SignInRequest) =>
  call(connection, 'POST /v1/console/session', { body })

/** Changes the own password and ends all other sessions. Refusal: `PasswordWrong`, `TooManyRequests`. */
export const changePassword = (connection: Connection, body: OwnPassword) =>
  call(connection, 'PUT /v1/console/session/password', { body })

/** Whether the token of a link still sets a password. Refusal: `PasswordLinkInvalid`. */
export const checkPasswordLink = (connection: Connection, token: string, signal?: AbortSignal) =>
  call(connection, 'POST /v1/console/session/password-link', { body: { token }, signal })

/** Sets a password with the token of a link, once. Refusal: `PasswordLinkInvalid`. */
export const setPasswordByLink = (connection: Connection, passwordToken: string, password: string) =>
  call(connection, 'PATCH /v1/auth/password/{passwordToken}/reset', { params: { passwordToken }, body: { password } })

/** Ends the session on the server and clears its cookie. */
export const signOut = (connection: Connection) => call(connection, 'DELETE /v1/console/session', {})

/** Who is signed in, and in which scopes with which permissions. Refusal: `Unauthenticated`. */
export const getSession = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/session', { signal })

/** Names and uids of the projects the caller may see. */
export const listProjects = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/dashboard/projects/metadata', { signal })
