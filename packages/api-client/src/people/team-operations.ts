import type { ConsoleTeamsQuery } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** Teams with how many members they have and what these hold; a page of them. */
export const listTeams = (connection: Connection, query: ConsoleTeamsQuery, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/teams', { query, signal })

/** One team with its members. Refusal: `ResourceNotFound`. */
export const getTeam = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/teams/{uid}', { params: { uid }, signal })

/** Makes a team without members. Refusal: `TeamExists`. */
export const createTeam = (connection: Connection, name: string) =>
  call(connection, 'POST /v1/teams', { body: { metadata: { name } } })

/** Gives a team another name. Refusal: `TeamExists`, `ResourceNotFound`. */
export const renameTeam = (connection: Connection, uid: string, name: string) =>
  call(connection, 'PATCH /v1/teams/{uid}', {
    params: { uid },
    body: [{ op: 'replace', path: '/metadata/name', value: name }],
  })

/** Deletes a team; its members lose what they hold by it. Refusal: `LastAdmin`, `ResourceNotFound`. */
export const deleteTeam = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/teams/{uid}', { params: { uid } })

/** Takes users into a team. Refusal: `GrantExceedsOwn`, `ResourceNotFound`. */
export const addTeamMembers = (connection: Connection, uid: string, userUids: readonly string[]) =>
  call(connection, 'POST /v1/console/teams/{uid}/members', { params: { uid }, body: { userUids: [...userUids] } })

/** Takes a user out of a team. Refusal: `LastAdmin`, `ResourceNotFound`. */
export const removeTeamMember = (connection: Connection, uid: string, userUid: string) =>
  call(connection, 'DELETE /v1/console/teams/{uid}/members/{userUid}', { params: { uid, userUid } })

/** Sets the roles, by name, that the members of a team hold in the tenant. Refusal: `LastAdmin`, `GrantExceedsOwn`. */
export const setTeamTenantRoles = (connection: Connection, uid: string, roles: readonly string[]) =>
  call(connection, 'PUT /v1/teams/{uid}/roles', { params: { uid }, body: { roles: [...roles] } })

/** The same in one project; other projects stay as they are. */
export const setTeamProjectRoles = (
  connection: Connection,
  uid: string,
  { projectUid, roles }: { projectUid: string; roles: readonly string[] },
) =>
  call(connection, 'PUT /v1/teams/{uid}/projects', {
    params: { uid },
    body: { projects: [{ projectUid, roles: [...roles] }] },
  })
