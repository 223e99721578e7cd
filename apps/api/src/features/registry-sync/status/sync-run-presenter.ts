import { z } from 'zod'
import type { SyncRow } from './sync-run.ts'

const STATES = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const
const TRIGGERS = ['create', 'request', 'schedule'] as const

const failuresSchema = z.array(z.object({ place: z.string(), fault: z.string() }))

/** The versions that were left out, from a run's row. */
export const parseFailures = (text: string) => failuresSchema.parse(JSON.parse(text))

/** One run for the console (registrySyncSchema). */
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
    failures: parseFailures(failures),
  }
}

export type PresentedRun = ReturnType<typeof presentRun>
