import { totalmem } from 'node:os'

const MEBIBYTE = 1024 * 1024

export interface MemoryBudget {
  /** Of each pool. */
  threads: number
  /** Of each thread. */
  heapMegabytes: number
  /** Bodies of some size that are read and worked on at once. */
  largeRequests: number
}

/** What this process may have: its container's limit, or the machine's memory. */
function memoryLimit(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

/** Shares of the limit that leave the rest to the server itself and to a PostgreSQL beside it: better to refuse than to be killed. */
export function memoryBudget(limitBytes = memoryLimit()): MemoryBudget {
  const megabytes = limitBytes / MEBIBYTE
  const share = (part: number, least: number, most: number) =>
    Math.max(least, Math.min(most, Math.floor(megabytes * part)))
  return {
    threads: megabytes < 1_024 ? 1 : 2,
    heapMegabytes: share(0.25, 96, 256),
    largeRequests: share(1 / 128, 2, 8),
  }
}
