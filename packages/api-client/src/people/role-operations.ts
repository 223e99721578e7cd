import type { RoleInput } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** Roles that can be held, built-in ones and the tenant's own, with what they allow: all of them. */
export const listRoles = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/roles', { query: { limit: 0 }, signal })

/** One role. Refusal: `ResourceNotFound`. */
export const getRole = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/roles/{uid}', { params: { uid }, signal })

/** Who holds a role, and where. Refusal: `ResourceNotFound`. */
export const listRoleHolders = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/roles/{uid}/holders', { params: { uid }, signal })

/** What roles of a scope can allow, by kind of thing. */
export const listPermissions = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/permissions', { signal })

/** Makes a role of the tenant's own. Refusal: `RoleExists`, `GrantExceedsOwn`. */
export const createRole = (connection: Connection, body: RoleInput) => call(connection, 'POST /v1/roles', { body })

/** Changes a role for all who hold it. Refusal: `RoleExists`, `RoleBuiltIn`, `RoleHeldInProjects`, `GrantExceedsOwn`. */
export const updateRole = (connection: Connection, uid: string, body: RoleInput) =>
  call(connection, 'PUT /v1/roles/{uid}', { params: { uid }, body })

/** Deletes a role and takes it from all who hold it. Refusal: `RoleBuiltIn`, `ResourceNotFound`. */
export const deleteRole = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/roles/{uid}', { params: { uid } })
