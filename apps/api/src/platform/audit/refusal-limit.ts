import { createTokenBuckets, type BucketRate } from '../rates/token-buckets.ts'

const HOUR_SECONDS = 3_600
const OF_A_PERSON: BucketRate = { perSecond: 60 / HOUR_SECONDS, burst: 20 }
const OF_A_TENANT: BucketRate = { perSecond: 1_000 / HOUR_SECONDS, burst: 200 }

export interface RefusalLimit {
  /** @returns how many were left out since the last one that was let through; undefined for one that is left out. */
  take: (who: { tenantUid: string; userUid: string }) => number | undefined
}

/**
 * Bounds how many refusals are written down, each process for itself: whoever is refused on purpose must not fill the disk with it.
 * What is left out is counted, and told with the next that is written.
 */
export function createRefusalLimit(nowMs: () => number): RefusalLimit {
  const { take } = createTokenBuckets(nowMs)
  const leftOut = new Map<string, number>()
  return {
    take({ tenantUid, userUid }) {
      const before = leftOut.get(tenantUid) ?? 0
      // The person first: one who is over their own share takes nothing of the tenant's.
      const isLet = take(`user ${userUid}`, OF_A_PERSON) === 0 && take(`tenant ${tenantUid}`, OF_A_TENANT) === 0
      leftOut.set(tenantUid, isLet ? 0 : before + 1)
      return isLet ? before : undefined
    },
  }
}
