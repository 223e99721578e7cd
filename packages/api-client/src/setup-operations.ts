import type { SetupBody, SetupRequest, SetupStateBody } from '@waybill/api-contract'
import { readJson, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

const path = '/v1/console/setup'

/** Whether the installation has no tenant yet. Needs no session. */
export function getSetup(connection: Connection, signal?: AbortSignal): Promise<Result<SetupStateBody>> {
  return send(connection, { method: 'GET', path, signal }, readJson<SetupStateBody>)
}

/**
 * Makes a tenant with its first administrator, who can sign in at once. Refusal: `SetupCodeWrong`, `TenantExists`, `UserExists`,
 * `InvalidRequest` (details say which field), `TooManyRequests`.
 */
export function setUp(connection: Connection, request: SetupRequest): Promise<Result<SetupBody>> {
  return send(connection, { method: 'POST', path, body: request }, readJson<SetupBody>)
}
