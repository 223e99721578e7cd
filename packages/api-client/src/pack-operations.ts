import type { ConsolePackBody, PackFacetsBody, RegistryUsersBody } from '@waybill/api-contract'
import { apiPath, readJson, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** What the packs of the tenant can be filtered by: the layers, types, clouds and registries of their newest versions. */
export function listPackFacets(connection: Connection, signal?: AbortSignal): Promise<Result<PackFacetsBody>> {
  const request = { method: 'GET', path: '/v1/console/packs/facets', signal } as const
  return send(connection, request, readJson<PackFacetsBody>)
}

/**
 * All of one pack version, with the versions of all registries. The server may first read a chart out of its registry, which
 * takes up to 15 s; `content` is `unavailable` where that fails.
 */
export function getPack(connection: Connection, uid: string, signal?: AbortSignal): Promise<Result<ConsolePackBody>> {
  const request = { method: 'GET', path: apiPath`/v1/console/packs/${uid}`, signal } as const
  return send(connection, request, readJson<ConsolePackBody>)
}

/** Profiles with a layer out of a pack version: the first 500 that the caller may see. */
export function listPackUsers(
  connection: Connection,
  uid: string,
  signal?: AbortSignal,
): Promise<Result<RegistryUsersBody>> {
  const request = { method: 'GET', path: apiPath`/v1/console/packs/${uid}/users`, signal } as const
  return send(connection, request, readJson<RegistryUsersBody>)
}
