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
  orderBy: { requestedAt: 'desc' },
  select: { state: true, reason: true, requestedAt: true, startedAt: true },
} as const

/** Time after which the schedule syncs a registry again. */
const SYNC_EVERY_MS = 24 * 3_600_000

const FAILURES: Readonly<Record<string, string>> = {
  'forbidden-url': 'The address of the registry may not be asked.',
  unreachable: 'Nothing answers at the address of the registry, or its certificate is not trusted.',
  unauthorised: 'The registry does not accept the credentials.',
  'not-a-registry': 'What answers at the address is not a registry of this kind.',
  'bad-response': 'The registry answered something that cannot be used.',
  'too-large': 'The registry answered more than is read.',
  timeout: 'The registry took too long.',
}
const FAILED = 'The sync failed on the server. It can be started again.'

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
      return { status: 'Failed', message: FAILURES[run.reason] ?? FAILED }
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
