import type { ProjectsMetadataBody, SessionBody, SignInRequest } from '@waybill/api-contract'
import { readJson, readNothing, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

const path = '/v1/console/session'

/** Signs in with e-mail and password; the answer sets the session cookie. Refusal: `InvalidCredentials`, `TooManyRequests`. */
export function signIn(connection: Connection, credentials: SignInRequest): Promise<Result<void>> {
  return send(connection, { method: 'POST', path, body: credentials }, readNothing)
}

/** Ends the session on the server and clears its cookie. */
export function signOut(connection: Connection): Promise<Result<void>> {
  return send(connection, { method: 'DELETE', path }, readNothing)
}

/** Who is signed in, and in which scopes with which permissions. Refusal: `Unauthenticated`. */
export function getSession(connection: Connection, signal?: AbortSignal): Promise<Result<SessionBody>> {
  return send(connection, { method: 'GET', path, signal }, readJson<SessionBody>)
}

/** Names and uids of the projects the caller may see. */
export function listProjects(connection: Connection, signal?: AbortSignal): Promise<Result<ProjectsMetadataBody>> {
  const request = { method: 'GET', path: '/v1/dashboard/projects/metadata', signal } as const
  return send(connection, request, readJson<ProjectsMetadataBody>)
}
