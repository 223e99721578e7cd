export interface SyncCounts {
  /** The number of versions to come; 0 while unknown. */
  expected: number
  found: number
  added: number
  changed: number
  unchanged: number
  removed: number
  failed: number
}

export interface SyncFailure {
  place: string
  fault: string
}

/** A row of registry_syncs. */
export interface SyncRow extends SyncCounts {
  uid: string
  registryUid: string
  state: string
  trigger: string
  requestedBy: string
  requestedAt: Date
  startedAt: Date | null
  finishedAt: Date | null
  cancelRequestedAt: Date | null
  /** Why the whole run failed, a SourceFault or `internal`; empty otherwise. */
  reason: string
  /** SyncFailure[] as JSON; left out when many runs are listed. */
  failures?: string
}

/** The columns that `presentRun` needs. */
export const RUN_COLUMNS = {
  uid: true,
  registryUid: true,
  state: true,
  trigger: true,
  requestedBy: true,
  requestedAt: true,
  startedAt: true,
  finishedAt: true,
  cancelRequestedAt: true,
  expected: true,
  found: true,
  added: true,
  changed: true,
  unchanged: true,
  removed: true,
  failed: true,
  reason: true,
} as const

/** A run's columns for its status; see `NEWEST_RUN`. */
export type SyncRun = Pick<SyncRow, 'state' | 'reason' | 'requestedAt' | 'startedAt' | 'failed' | 'failures'>

type Order = { requestedAt: 'desc' } | { uid: 'asc' }

/** The uid makes the order of two runs of the same millisecond stable. */
export const NEWEST_RUN_FIRST: Order[] = [{ requestedAt: 'desc' }, { uid: 'asc' }]

/** What a registry's query selects as `syncs`, for `presentSyncStatus`. */
export const NEWEST_RUN = {
  take: 1,
  orderBy: NEWEST_RUN_FIRST,
  select: { state: true, reason: true, requestedAt: true, startedAt: true, failed: true },
} as const

/** The same with the versions that were left out, for the status of one registry. */
export const NEWEST_RUN_WITH_FAILURES = { ...NEWEST_RUN, select: { ...NEWEST_RUN.select, failures: true } } as const
