import type { SsoInput } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** Single sign-on of the tenant. Refusal: `Forbidden`. */
export const getSso = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/sso', { signal })

/** Replaces it. Refusal: `SsoSecretNeeded`, `InvalidRequest`. */
export const updateSso = (connection: Connection, body: SsoInput) => call(connection, 'PUT /v1/console/sso', { body })

/** Asks the provider, without saving anything; what is wrong is in the answer. Refusal: `SsoSecretNeeded`. */
export const testSso = (connection: Connection, body: SsoInput) =>
  call(connection, 'POST /v1/console/sso/test', { body })

/** Begins a sign-in: the browser goes on to the address in the answer. Refusal: `SsoNotFound`, `SsoTenantNeeded`, `SsoProviderDown`. */
export const startSso = (connection: Connection, emailOrTenant: string) =>
  call(connection, 'POST /v1/console/session/sso/start', { body: { emailOrTenant } })

/** Signs in with the query that the provider sent the browser back with. Refusal: any of `Sso…`. */
export const finishSso = (connection: Connection, answer: string) =>
  call(connection, 'POST /v1/console/session/sso', { body: { answer } })
