import { syncFaultWords } from '@waybill/api-contract'
import { NEWEST_RUN_FIRST } from './registry-sync-run.ts'

/** What a registry row says of its syncs. */
export interface SyncedRegistry {
  isSyncSupported: boolean
  lastSyncedAt: Date | null
}

/** What a run's row says of how far it is; see `NEWEST_RUN`. */
export interface SyncRun {
  state: string
  /** Why the whole run failed, a SourceFault or `internal`; empty otherwise. */
  reason: string
  requestedAt: Date
  startedAt: Date | null
}

export type SyncStatus = 'Pending' | 'InProgress' | 'Success' | 'Failed' | 'Unknown'

/** What a registry's query selects as `syncs` to be presented here. */
export const NEWEST_RUN = {
  take: 1,
  orderBy: NEWEST_RUN_FIRST,
  select: { state: true, reason: true, requestedAt: true, startedAt: true },
} as const

/** Time after which the schedule syncs a registry again. */
const SYNC_EVERY_MS = 24 * 3_600_000

/**
 * A registry's newest run as v1RegistrySyncStatus. Clients wait for as long as they read Pending, InProgress or Unknown
 * (contract §g): a registry that nobody syncs answers Success, so that nobody waits for what does not come.
 */
export function presentSyncStatus(registry: SyncedRegistry, run: SyncRun | null | undefined) {
  return {
    ...outcomeOf(run),
    isSyncSupported: registry.isSyncSupported,
    lastRunTime: (run?.startedAt ?? run?.requestedAt)?.toISOString() ?? '',
    lastSyncedTime: registry.lastSyncedAt?.toISOString() ?? '',
  }
}

function outcomeOf(run: SyncRun | null | undefined): { status: SyncStatus; message: string } {
  switch (run?.state) {
    case 'queued':
      return { status: 'Pending', message: 'The sync waits to be started.' }
    case 'running':
      return { status: 'InProgress', message: 'The registry is being synced.' }
    case 'failed':
      return { status: 'Failed', message: syncFaultWords(run.reason) }
    case 'cancelled':
      return { status: 'Failed', message: 'The sync was cancelled.' }
    default:
      return { status: 'Success', message: '' }
  }
}

/** When the schedule looks at the registry again; null for one that is never synced. */
export function nextSyncAt(registry: SyncedRegistry & { endpoint: string; createdAt: Date }): Date | null {
  if (!registry.isSyncSupported || registry.endpoint === '') return null
  return new Date((registry.lastSyncedAt ?? registry.createdAt).getTime() + SYNC_EVERY_MS)
}
