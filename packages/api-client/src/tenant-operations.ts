import type { TenantBody, TenantInput } from '@waybill/api-contract'
import { readJson, readNothing, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

const path = '/v1/console/tenant'

/** What holds for all of the caller's tenant. */
export function getTenant(connection: Connection, signal?: AbortSignal): Promise<Result<TenantBody>> {
  return send(connection, { method: 'GET', path, signal }, readJson<TenantBody>)
}

/** Replaces the settings of the caller's tenant. Refusal: `TenantExists`, `Forbidden`. */
export function updateTenant(connection: Connection, tenant: TenantInput): Promise<Result<void>> {
  return send(connection, { method: 'PUT', path, body: tenant }, readNothing)
}
