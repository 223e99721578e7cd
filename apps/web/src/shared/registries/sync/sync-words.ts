import type { RegistrySyncBody } from '@waybill/api-contract'

export type SyncRun = Pick<
  RegistrySyncBody,
  | 'uid'
  | 'registryUid'
  | 'state'
  | 'isCancelRequested'
  | 'expected'
  | 'found'
  | 'added'
  | 'changed'
  | 'unchanged'
  | 'removed'
  | 'failed'
  | 'reason'
>

/** Whether a run is waiting or running. */
export function isActive(run: { state: SyncRun['state'] } | null | undefined): boolean {
  return run?.state === 'queued' || run?.state === 'running'
}

/** The percentage of versions read; null while their number is unknown. */
export function percentDone({ expected, found }: Pick<SyncRun, 'expected' | 'found'>): number | null {
  return expected === 0 ? null : Math.min(100, Math.floor((100 * found) / expected))
}

/** `40 of 131 found`. */
export function foundText({ expected, found }: Pick<SyncRun, 'expected' | 'found'>): string {
  return expected > 0 && expected >= found ? `${found} of ${expected} found` : `${found} found`
}

const COUNTS = [
  ['added', 'new'],
  ['changed', 'changed'],
  ['unchanged', 'unchanged'],
  ['removed', 'removed'],
  ['failed', 'failed'],
] as const

/** `5 new · 126 unchanged`: the results, without counts of zero. */
export function countsText(run: SyncRun): string {
  return COUNTS.filter(([count]) => run[count] > 0)
    .map(([count, word]) => `${run[count]} ${word}`)
    .join(' · ')
}
