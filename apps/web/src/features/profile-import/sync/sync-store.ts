import type { ApiError } from '@waybill/api-client'
import type { ConsoleRegistryBody, RegistrySyncBody } from '@waybill/api-contract'
import { createContext, useContext } from 'react'
import { createStore, type StoreApi, useStore } from 'zustand'

/** A sync that was started from the wizard. */
export interface WizardSync {
  /** Null until the server has answered which run it is. */
  run: RegistrySyncBody | null
  /** Why it could not be started. */
  error: ApiError | null
}

/** The registries of the tenant, and the syncs started from the wizard. */
export interface SyncStore {
  /** Null until they are loaded. */
  registries: readonly ConsoleRegistryBody[] | null
  syncs: ReadonlyMap<string, WizardSync>
  setRegistries: (registries: readonly ConsoleRegistryBody[]) => void
  setSync: (registryUid: string, sync: WizardSync) => void
  /** Takes a run from an event; runs that were started elsewhere are ignored. */
  takeRun: (run: RegistrySyncBody) => void
}

export function createSyncStore(): StoreApi<SyncStore> {
  return createStore<SyncStore>()((set) => ({
    registries: null,
    syncs: new Map(),
    setRegistries: (registries) => set({ registries }),
    setSync: (registryUid, sync) => set(({ syncs }) => ({ syncs: new Map(syncs).set(registryUid, sync) })),
    takeRun: (run) =>
      set(({ syncs }) =>
        syncs.get(run.registryUid)?.run?.uid === run.uid
          ? { syncs: new Map(syncs).set(run.registryUid, { run, error: null }) }
          : {},
      ),
  }))
}

export const SyncStoreContext = createContext<StoreApi<SyncStore> | null>(null)

export function useSyncStore(): StoreApi<SyncStore> {
  const store = useContext(SyncStoreContext)
  if (store === null) throw new Error('The sync store is used outside the wizard')
  return store
}

export function useSyncs<T>(select: (store: SyncStore) => T): T {
  return useStore(useSyncStore(), select)
}
