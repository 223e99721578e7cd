import type { MacroBody } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** The scope whose own macros are changed; independent of the connection's scope. */
export interface MacroScope {
  kind: 'tenant' | 'project'
  uid: string
}

/** Macros of one scope with their values; masks for who may not change them. */
export const listMacros = (connection: Connection, { kind, uid }: MacroScope, signal?: AbortSignal) =>
  call(connection, `GET ${PATHS[kind]}`, { params: { uid }, signal })

/** Every macro that counts in the connection's scope, which one wins, and the profiles that use it. */
export const listMacroUsage = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/macros', { signal })

/** Macros that a profile in the connection's scope can use, the winning value of each. */
export const listResolvedMacros = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/clusterprofiles/macros', { signal })

/** Adds macros to a scope. Refusal: `MacroExists`, `MacroInvalid`. */
export const addMacros = (connection: Connection, { kind, uid }: MacroScope, macros: MacroBody[]) =>
  call(connection, `POST ${PATHS[kind]}`, { params: { uid }, body: { macros } })

/** Changes the values of macros of a scope, found by name. */
export const updateMacros = (connection: Connection, { kind, uid }: MacroScope, macros: MacroBody[]) =>
  call(connection, `PATCH ${PATHS[kind]}`, { params: { uid }, body: { macros } })

/** Deletes macros of a scope by name. */
export const deleteMacros = (connection: Connection, { kind, uid }: MacroScope, names: readonly string[]) =>
  call(connection, `DELETE ${PATHS[kind]}`, { params: { uid }, body: { macros: names.map((name) => ({ name })) } })

const PATHS = { tenant: '/v1/tenants/{uid}/macros', project: '/v1/projects/{uid}/macros' } as const
