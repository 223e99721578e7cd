import type { TenantInput } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** What holds for all of the caller's tenant. */
export const getTenant = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/tenant', { signal })

/** Replaces the settings of the caller's tenant. Refusal: `TenantExists`, `Forbidden`. */
export const updateTenant = (connection: Connection, body: TenantInput) =>
  call(connection, 'PUT /v1/console/tenant', { body })
