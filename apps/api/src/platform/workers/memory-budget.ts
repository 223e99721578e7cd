import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'

const MEBIBYTE = 1024 * 1024
/** What the server has on its heap before it reads a file. */
const IDLE_HEAP_BYTES = 96 * MEBIBYTE
/** A byte of a file is this many on the heap while it is planned and written (measured: 16 MB took 120 MB). */
const HEAP_OF_A_BYTE = 8
/** Server, one thread and an embedded PostgreSQL at work on small files. */
const REST_BYTES = 270 * MEBIBYTE
/** A byte of a file is this many of all memory, buffers and PostgreSQL's included (measured: twice 20). */
const MEMORY_OF_A_BYTE = 40

export interface MemoryBudget {
  /** Of each pool. */
  threads: number
  /** Of each thread. */
  heapMegabytes: number
  /** Bodies of some size that are read and worked on at once. */
  largeRequests: number
  /** All of them together, and so the largest file. */
  largeBytes: number
  /** Requests that wait for a place; each holds the beginning of its body. */
  waitingRequests: number
  /** What PostgreSQL shares among its sessions, where it runs within the same limit. */
  databaseMegabytes: number
}

/** What this process may have: its container's limit, or the machine's memory. */
function memoryLimit(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

/**
 * Shares of the limit that leave the rest to the server itself and to a PostgreSQL beside it: better to refuse than to be killed.
 *
 * @param heapBytes what V8 lets the server's own heap grow to, beyond which it ends the process: it is started with a share of
 *   the limit (`serverArguments` in scripts/processes.mjs).
 */
export function memoryBudget(
  limitBytes = memoryLimit(),
  heapBytes = getHeapStatistics().heap_size_limit,
): MemoryBudget {
  const share = (part: number, least: number, most: number) =>
    Math.max(least, Math.min(most, Math.floor((limitBytes / MEBIBYTE) * part)))
  const filesOf = (bytes: number, ofAByte: number) => Math.floor(Math.max(bytes, 0) / ofAByte)
  const files = Math.min(
    filesOf(heapBytes - IDLE_HEAP_BYTES, HEAP_OF_A_BYTE),
    filesOf(limitBytes - REST_BYTES, MEMORY_OF_A_BYTE),
  )
  return {
    threads: limitBytes < 1_024 * MEBIBYTE ? 1 : 2,
    heapMegabytes: share(0.2, 96, 256),
    largeRequests: share(1 / 150, 2, 4),
    largeBytes: Math.max(MEBIBYTE, Math.min(64 * MEBIBYTE, files)),
    waitingRequests: share(1 / 8, 20, 200),
    databaseMegabytes: share(1 / 16, 16, 128),
  }
}
