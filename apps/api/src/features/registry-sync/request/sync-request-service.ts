import type { SyncRequest } from '../../../platform/registry-sync-run.ts'
import type { SyncRun } from '../../../platform/registry-sync-status.ts'

export interface RegistryToSync {
  uid: string
  name: string
  kind: string
  endpoint: string
  isSyncSupported: boolean
  lastSyncedAt: Date | null
}

export interface SyncRequestStore {
  findRegistry: (uid: string) => Promise<{ registry: RegistryToSync; newest: SyncRun | null } | null>
  queue: (request: SyncRequest, requestedBy: string) => Promise<{ uid: string; isNew: boolean }>
  cancel: (registryUid: string) => Promise<string | null>
  recordAudit: (entry: {
    action: 'sync' | 'cancel'
    registry: RegistryToSync
    details: Record<string, string | boolean>
  }) => Promise<string>
}

export interface SyncRequestPorts {
  requestedBy: string
  transaction: <T>(work: (store: SyncRequestStore) => Promise<T>) => Promise<T>
  /** Hands the run to whoever works on runs. Once lost, it is found again. */
  send: (syncUid: string) => Promise<void>
}

type Requested = { kind: 'requested'; syncUid: string; auditUid: string } | { kind: 'not-found' | 'not-supported' }

/** Queues a sync of a registry, or joins the one that is queued or running. */
export async function requestSync(ports: SyncRequestPorts, request: SyncRequest): Promise<Requested> {
  const requested = await ports.transaction(async (store): Promise<Requested> => {
    const found = await store.findRegistry(request.registryUid)
    if (!found) return { kind: 'not-found' }
    const { registry } = found
    if (!registry.isSyncSupported || registry.endpoint === '') return { kind: 'not-supported' }
    const { uid, isNew } = await store.queue(request, ports.requestedBy)
    const { trigger, isForced = false } = request
    const details = { syncUid: uid, event: isNew ? 'requested' : 'joined', trigger, isForced }
    return { kind: 'requested', syncUid: uid, auditUid: await store.recordAudit({ action: 'sync', registry, details }) }
  })
  if (requested.kind === 'requested') await ports.send(requested.syncUid)
  return requested
}

type Cancelled = { kind: 'cancelled'; auditUid: string } | { kind: 'not-found' | 'not-running' }

/** Ends a sync that waits, and tells the process that works on it when it runs. */
export function cancelSync({ transaction }: SyncRequestPorts, registryUid: string): Promise<Cancelled> {
  return transaction(async (store) => {
    const found = await store.findRegistry(registryUid)
    if (!found) return { kind: 'not-found' }
    const syncUid = await store.cancel(registryUid)
    if (syncUid === null) return { kind: 'not-running' }
    const entry = { action: 'cancel', registry: found.registry, details: { syncUid } } as const
    return { kind: 'cancelled', auditUid: await store.recordAudit(entry) }
  })
}
