import type { ConsoleApiKeysQuery } from '@waybill/api-contract'
import { call } from '../call.ts'
import type { Connection } from '../connection.ts'

/** API keys with owner, state, expiry and last use; a page of them. Never the keys themselves. */
export const listApiKeys = (connection: Connection, query: ConsoleApiKeysQuery, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/apikeys', { query, signal })

/** Makes an API key of the caller's and shows it this once. Refusal: `ApiKeyExists`, `InvalidRequest` for a time that is over. */
export const createApiKey = (
  connection: Connection,
  { name, expiresAt }: { name: string; expiresAt: string | undefined },
) => call(connection, 'POST /v1/apiKeys', { body: { metadata: { name }, spec: { expiry: expiresAt ?? '' } } })

/** Revokes a key, which is refused from now on, or lets it in again. Refusal: `ResourceNotFound`. */
export const setApiKeyState = (connection: Connection, uid: string, body: { isActive: boolean }) =>
  call(connection, 'PUT /v1/apiKeys/{uid}/state', { params: { uid }, body })

/** Deletes a key: it is refused from now on. Refusal: `ResourceNotFound`. */
export const deleteApiKey = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/apiKeys/{uid}', { params: { uid } })
