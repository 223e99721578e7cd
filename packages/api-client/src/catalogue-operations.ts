import type { PackSearch, PackSearchResponse, RegistriesMetadataBody } from '@waybill/api-contract'
import { readJson, send, type Connection } from './connection.ts'
import type { Result } from './result.ts'

/** Name, kind and uid of every registry of the tenant. */
export function listRegistries(connection: Connection, signal?: AbortSignal): Promise<Result<RegistriesMetadataBody>> {
  const request = { method: 'GET', path: '/v1/registries/metadata', signal } as const
  return send(connection, request, readJson<RegistriesMetadataBody>)
}

/** Packs of the catalogue, one item a pack name with the registries that hold it; at most 50 a page. */
export function searchPacks(
  connection: Connection,
  page: PackSearch & { limit?: number; offset?: number },
  signal?: AbortSignal,
): Promise<Result<PackSearchResponse>> {
  const { limit, offset, ...body } = page
  const request = { method: 'POST', path: '/v1/packs/search', query: { limit, offset }, body, signal } as const
  return send(connection, request, readJson<PackSearchResponse>)
}
