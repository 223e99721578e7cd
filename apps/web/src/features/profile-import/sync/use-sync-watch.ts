import { api } from '@waybill/api-client'
import { useEffect } from 'react'
import { TENANT } from '../../../shared/http/connection.ts'
import { listenToSyncs } from '../../../shared/registries/sync/sync-events.ts'
import { isActive } from '../../../shared/registries/sync/sync-words.ts'
import { useImport } from '../state/import-store.ts'
import { type SyncStore, useSyncs, useSyncStore } from './sync-store.ts'

const activeOf = ({ syncs }: SyncStore) =>
  [...syncs.values()].flatMap(({ run }) => (run && isActive(run) ? [run.registryUid] : []))

const endedOf = ({ syncs }: SyncStore) =>
  [...syncs.values()].filter(({ run }) => run && !isActive(run)).map(({ run }) => run?.uid)

/** Follows the syncs that were started here, and has the file checked again when one has ended. */
export function useSyncWatch(): void {
  const store = useSyncStore()
  const checkAgain = useImport((state) => state.checkAgain)
  const isWatching = useSyncs((state) => activeOf(state).length > 0)
  const ended = useSyncs((state) => endedOf(state).join(' '))
  useEffect(() => {
    if (ended !== '') checkAgain()
  }, [ended, checkAgain])
  useEffect(() => {
    if (!isWatching) return
    // Runs that ended before the first event, or while no events arrived, are looked up.
    const lookUp = async (registryUid: string) => {
      const result = await api.consoleSyncs.list(TENANT, { params: { uid: registryUid } })
      if (result.ok) result.value.items.forEach(store.getState().takeRun)
    }
    return listenToSyncs({
      onRun: store.getState().takeRun,
      onConnection: (isConnected) => {
        if (isConnected) activeOf(store.getState()).forEach((registryUid) => void lookUp(registryUid))
      },
    })
  }, [store, isWatching])
}
