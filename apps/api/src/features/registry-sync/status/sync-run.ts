export interface SyncCounts {
  /** Versions that there will be; 0 while unknown. */
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
  /** JSON of SyncFailure[]; left out where many runs are listed. */
  failures?: string
}

/** What a query selects of runs that `presentRun` presents. */
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

/** What a run's row says of how far it is; see `NEWEST_RUN`. */
export type SyncRun = Pick<SyncRow, 'state' | 'reason' | 'requestedAt' | 'startedAt' | 'failed' | 'failures'>

type Order = { requestedAt: 'desc' } | { uid: 'asc' }

/** Of two of the same millisecond every list has the same one first. */
export const NEWEST_RUN_FIRST: Order[] = [{ requestedAt: 'desc' }, { uid: 'asc' }]

/** What a registry's query selects as `syncs`, for `presentSyncStatus`. */
export const NEWEST_RUN = {
  take: 1,
  orderBy: NEWEST_RUN_FIRST,
  select: { state: true, reason: true, requestedAt: true, startedAt: true, failed: true },
} as const

/** The same with what was left out, for the status of one registry. */
export const NEWEST_RUN_WITH_FAILURES = { ...NEWEST_RUN, select: { ...NEWEST_RUN.select, failures: true } } as const
