import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { listAddress, type QueryOf, searchPart, somePart } from '../../../shared/ui/list/list-address.ts'

export const REGISTRY_STATES = ['synced', 'failed', 'syncing', 'never'] as const
export type RegistryState = (typeof REGISTRY_STATES)[number]

export const registryList = listAddress({ search: searchPart, state: somePart(REGISTRY_STATES) })

/** The query of the list of registries. */
export type RegistryQuery = QueryOf<typeof registryList>

/** There are few registries, and they change while they are shown, so they are filtered in the browser. */
export function filterRegistries(
  registries: readonly ConsoleRegistryBody[],
  { search, state }: RegistryQuery,
): readonly ConsoleRegistryBody[] {
  const text = search.trim().toLowerCase()
  return registries.filter(
    (registry) =>
      (text === '' || `${registry.name}\n${registry.endpoint}`.toLowerCase().includes(text)) &&
      (state.length === 0 || state.includes(stateOf(registry))),
  )
}

function stateOf({ sync, lastSyncedAt }: Pick<ConsoleRegistryBody, 'sync' | 'lastSyncedAt'>): RegistryState {
  if (sync?.state === 'failed') return 'failed'
  if (sync?.state === 'queued' || sync?.state === 'running') return 'syncing'
  return lastSyncedAt === null ? 'never' : 'synced'
}
