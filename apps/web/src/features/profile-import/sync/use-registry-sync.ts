import { api } from '@waybill/api-client'
import type { ConsoleRegistryBody } from '@waybill/api-contract'
import { useEffect } from 'react'
import { awaitAnswer } from '../../../shared/http/use-answer.ts'
import { TENANT } from '../../../shared/http/connection.ts'
import { requestSync } from '../../../shared/registries/registry-requests.ts'
import { useWizard } from '../wizard/wizard-context.ts'
import { useSyncs, useSyncStore } from './sync-store.ts'

/** The registries of the tenant, loaded when a row first needs them; null until then. */
export function useRegistriesHere(): readonly ConsoleRegistryBody[] | null {
  const { canSync, connection: here } = useWizard()
  const connection = canSync ? TENANT : here
  const store = useSyncStore()
  const registries = useSyncs((state) => state.registries)
  const isMissing = registries === null
  useEffect(() => {
    if (!isMissing) return
    return awaitAnswer(
      (signal) => api.consoleRegistries.list(connection, { signal }),
      (result) => result.ok && store.getState().setRegistries(result.value.items),
    )
  }, [store, connection, isMissing])
  return registries
}

/** Starts a sync and remembers its run, so that no other run is mistaken for it. */
export function useSyncStart(): (registry: ConsoleRegistryBody) => Promise<void> {
  const store = useSyncStore()
  return async (registry) => {
    const { setSync } = store.getState()
    setSync(registry.uid, { run: null, error: null })
    const asked = await requestSync(registry)
    const runs = asked.ok ? await api.consoleSyncs.list(TENANT, { params: { uid: registry.uid } }) : asked
    if (!runs.ok) setSync(registry.uid, { run: null, error: runs.error })
    else setSync(registry.uid, { run: runs.value.items[0] ?? null, error: null })
  }
}
