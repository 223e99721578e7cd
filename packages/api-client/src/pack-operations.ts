import type { PackSearch } from '@waybill/api-contract'
import { call } from './call.ts'
import type { Connection } from './connection.ts'

/** Packs of the catalogue, one item a pack name with the registries that hold it; at most 50 a page. */
export const searchPacks = (
  connection: Connection,
  { limit, offset, ...body }: PackSearch & { limit?: number; offset?: number },
  signal?: AbortSignal,
) => call(connection, 'POST /v1/packs/search', { query: { limit, offset }, body, signal })

/** What the packs of the tenant can be filtered by: the layers, types, clouds and registries of their newest versions. */
export const listPackFacets = (connection: Connection, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/packs/facets', { signal })

/**
 * All of one pack version, with the versions of all registries. The server may first read a chart out of its registry, which
 * takes up to 15 s; `content` is `unavailable` where that fails.
 */
export const getPack = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/packs/{uid}', { params: { uid }, signal })

/** Profiles with a layer out of a pack version: the first 500 that the caller may see. */
export const listPackUsers = (connection: Connection, uid: string, signal?: AbortSignal) =>
  call(connection, 'GET /v1/console/packs/{uid}/users', { params: { uid }, signal })
