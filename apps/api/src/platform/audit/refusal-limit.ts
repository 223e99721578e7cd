import { createTokenBuckets, type BucketRate } from '../rates/token-buckets.ts'

const HOUR_SECONDS = 3_600
const OF_A_PERSON: BucketRate = { perSecond: 60 / HOUR_SECONDS, burst: 20 }
const OF_A_TENANT: BucketRate = { perSecond: 1_000 / HOUR_SECONDS, burst: 200 }

export interface RefusalLimit {
  /** @returns how many refusals were dropped since the last one that was recorded; undefined if this one is dropped */
  take: (who: { tenantUid: string; userUid: string }) => number | undefined
}

/**
 * Limits how many refusals are recorded, per process: nobody may fill the disk by being refused on purpose. Dropped
 * refusals are counted, and the next recorded one carries their number.
 */
export function createRefusalLimit(nowMs: () => number): RefusalLimit {
  const { take } = createTokenBuckets(nowMs)
  const leftOut = new Map<string, number>()
  return {
    take({ tenantUid, userUid }) {
      const before = leftOut.get(tenantUid) ?? 0
      // The person first: somebody over their own limit uses up none of the tenant's.
      const isLet = take(`user ${userUid}`, OF_A_PERSON) === 0 && take(`tenant ${tenantUid}`, OF_A_TENANT) === 0
      leftOut.set(tenantUid, isLet ? 0 : before + 1)
      return isLet ? before : undefined
    },
  }
}
