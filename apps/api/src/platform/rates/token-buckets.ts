export interface BucketRate {
  perSecond: number
  burst: number
}

/** One process never has this many clients at once; beyond it, the least recently used subject is forgotten. */
const MAX_BUCKETS = 10_000

interface Bucket {
  tokens: number
  at: number
}

/** Token buckets in memory: each subject may do `burst` at once and `perSecond` in the long run. */
export function createTokenBuckets(nowMs: () => number) {
  const buckets = new Map<string, Bucket>()
  return {
    /** @returns seconds until the next token, 0 if one was taken */
    take: (subject: string, { perSecond, burst }: BucketRate): number => {
      const now = nowMs()
      const { tokens, at } = buckets.get(subject) ?? { tokens: burst, at: now }
      const filled = Math.min(burst, tokens + (Math.max(0, now - at) / 1_000) * perSecond)
      const isTaken = filled >= 1
      // Inserted again, so that the map is ordered by last use.
      buckets.delete(subject)
      buckets.set(subject, { tokens: isTaken ? filled - 1 : filled, at: now })
      const [oldest] = buckets.size > MAX_BUCKETS ? buckets.keys() : []
      if (oldest !== undefined) buckets.delete(oldest)
      return isTaken ? 0 : (1 - filled) / perSecond
    },
  }
}
