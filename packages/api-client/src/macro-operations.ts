import type { MacroBody, MacrosBody, MacroUsageBody } from '@waybill/api-contract'
import { apiPath, readJson, readNothing, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** The scope whose own macros are changed; independent of the connection's scope. */
export interface MacroScope {
  kind: 'tenant' | 'project'
  uid: string
}

/** Macros of one scope with their values (contract §e: never masked). */
export function listMacros(
  connection: Connection,
  scope: MacroScope,
  signal?: AbortSignal,
): Promise<Result<MacrosBody>> {
  return send(connection, { method: 'GET', path: macrosPath(scope), signal }, readJson<MacrosBody>)
}

/** Every macro that counts in the connection's scope, which one wins, and the profiles that use it. */
export function listMacroUsage(connection: Connection, signal?: AbortSignal): Promise<Result<MacroUsageBody>> {
  return send(connection, { method: 'GET', path: '/v1/console/macros', signal }, readJson<MacroUsageBody>)
}

/** Macros that a profile in the connection's scope can use, the winning value of each. */
export function listResolvedMacros(connection: Connection, signal?: AbortSignal): Promise<Result<MacrosBody>> {
  return send(connection, { method: 'GET', path: '/v1/clusterprofiles/macros', signal }, readJson<MacrosBody>)
}

/** Adds macros to a scope. Refusal: `MacroExists`, `MacroInvalid`. */
export function addMacros(
  connection: Connection,
  scope: MacroScope,
  macros: readonly MacroBody[],
): Promise<Result<void>> {
  return send(connection, { method: 'POST', path: macrosPath(scope), body: { macros } }, readNothing)
}

/** Changes the values of macros of a scope, found by name. */
export function updateMacros(
  connection: Connection,
  scope: MacroScope,
  macros: readonly MacroBody[],
): Promise<Result<void>> {
  return send(connection, { method: 'PATCH', path: macrosPath(scope), body: { macros } }, readNothing)
}

/** Deletes macros of a scope by name. */
export function deleteMacros(
  connection: Connection,
  scope: MacroScope,
  names: readonly string[],
): Promise<Result<void>> {
  const macros = names.map((name) => ({ name }))
  return send(connection, { method: 'DELETE', path: macrosPath(scope), body: { macros } }, readNothing)
}

function macrosPath(scope: MacroScope): string {
  return scope.kind === 'tenant' ? apiPath`/v1/tenants/${scope.uid}/macros` : apiPath`/v1/projects/${scope.uid}/macros`
}
