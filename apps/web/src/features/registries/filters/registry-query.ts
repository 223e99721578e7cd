import type { ConsoleRegistryBody } from '@waybill/api-contract'

export const REGISTRY_STATES = ['synced', 'failed', 'syncing', 'never'] as const
export type RegistryState = (typeof REGISTRY_STATES)[number]

/** What the list of registries shows, as it stands in the address. */
export interface RegistryQuery {
  search: string
  states: readonly RegistryState[]
}

export const noRegistryFilters: RegistryQuery = { search: '', states: [] }

/** Reads the address; what is unknown there counts as not said. */
export const readRegistryQuery = (params: URLSearchParams): RegistryQuery => ({
  search: (params.get('search') ?? '').slice(0, 253),
  states: REGISTRY_STATES.filter((state) => params.getAll('state').includes(state)),
})

/** The address of a query; what is as usual is left out. */
export const writeRegistryQuery = ({ search, states }: RegistryQuery): URLSearchParams =>
  new URLSearchParams([...(search === '' ? [] : [['search', search]]), ...states.map((state) => ['state', state])])

/** Registries are few, and change while one looks at them: they are filtered here. */
export function filterRegistries(
  registries: readonly ConsoleRegistryBody[],
  { search, states }: RegistryQuery,
): readonly ConsoleRegistryBody[] {
  const text = search.trim().toLowerCase()
  return registries.filter(
    (registry) =>
      (text === '' || `${registry.name}\n${registry.endpoint}`.toLowerCase().includes(text)) &&
      (states.length === 0 || states.includes(stateOf(registry))),
  )
}

function stateOf({ sync, lastSyncedAt }: Pick<ConsoleRegistryBody, 'sync' | 'lastSyncedAt'>): RegistryState {
  if (sync?.state === 'failed') return 'failed'
  if (sync?.state === 'queued' || sync?.state === 'running') return 'syncing'
  return lastSyncedAt === null ? 'never' : 'synced'
}
