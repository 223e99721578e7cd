import type { SetupRequest } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** Whether the installation has no tenant yet. Needs no session. */
export const getSetup = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/setup', { signal })

/**
 * Makes a tenant with its first administrator, who can sign in at once. Refusal: `SetupCodeWrong`, `TenantExists`,
 * `InvalidRequest` (details say which field), `TooManyRequests`.
 */
export const setUp = (connection: Connection, body: SetupRequest) =>
  call(connection, 'POST /v1/console/setup', { body })
