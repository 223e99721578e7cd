import { z } from 'zod'

const STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
const TRIGGERS = ['create', 'request', 'schedule'] as const
export type SyncTrigger = (typeof TRIGGERS)[number]

/** What a registry's query selects to be presented here; `failures` is left out where many runs are listed. */
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

type Order = { requestedAt: 'desc' } | { uid: 'asc' }
/** Of two of the same millisecond every list has the same one first. */
export const NEWEST_RUN_FIRST: Order[] = [{ requestedAt: 'desc' }, { uid: 'asc' }]

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
  reason: string
  /** JSON of SyncFailure[]. */
  failures?: string
}

export interface SyncFailure {
  place: string
  fault: string
}

const failuresSchema = z.array(z.object({ place: z.string(), fault: z.string() }))

/** One run as the console reads it (registrySyncSchema). */
export function presentRun(row: SyncRow) {
  const { requestedAt, startedAt, finishedAt, cancelRequestedAt, failures = '[]', state, trigger, ...rest } = row
  return {
    ...rest,
    state: STATES.find((known) => known === state) ?? 'failed',
    trigger: TRIGGERS.find((known) => known === trigger) ?? 'request',
    requestedAt: requestedAt.toISOString(),
    startedAt: startedAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    isCancelRequested: cancelRequestedAt !== null,
    failures: failuresSchema.parse(JSON.parse(failures)),
  }
}

export type PresentedRun = ReturnType<typeof presentRun>

export interface SyncRequest {
  registryUid: string
  trigger: SyncTrigger
  /** Reads everything again, whatever ETags and digests say: also for a registry whose endpoint changed. */
  isForced?: boolean
}
