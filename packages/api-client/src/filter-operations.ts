import type { TagFilterInput } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** Uid and name of the filters that were saved in the scope; a project sees those of the tenant too. */
export const listSavedFilters = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/filters/metadata', { signal })

/** One of them, with its conditions. Refusal: `ResourceNotFound`. */
export const getSavedFilter = (connection: Connection, uid: string) =>
  call(connection, 'GET /v1/filters/tag/{uid}', { params: { uid } })

/** Saves a filter for everybody of the scope, over the API too. Refusal: one of that name is there. */
export const saveFilter = (connection: Connection, body: TagFilterInput) =>
  call(connection, 'POST /v1/filters/tag', { body })

/** Forgets a filter. Refusal: `ResourceNotFound`. */
export const deleteSavedFilter = (connection: Connection, uid: string) =>
  call(connection, 'DELETE /v1/filters/tag/{uid}', { params: { uid } })
