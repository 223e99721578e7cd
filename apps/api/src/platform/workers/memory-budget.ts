import { totalmem } from 'node:os'
import { getHeapStatistics } from 'node:v8'

const MEBIBYTE = 1024 * 1024
/** The server's heap before it reads a file. */
const IDLE_HEAP_BYTES = 96 * MEBIBYTE
/** Heap bytes per byte of a file that is planned and written (measured: 16 MB took 120 MB). */
const HEAP_OF_A_BYTE = 8
/** The server, one thread and an embedded PostgreSQL working on small files. */
const REST_BYTES = 270 * MEBIBYTE
/** Bytes of memory in total per byte of a file, including buffers and PostgreSQL (measured: 20, doubled). */
const MEMORY_OF_A_BYTE = 40

export interface MemoryBudget {
  /** Per pool. */
  threads: number
  /** Per thread. */
  heapMegabytes: number
  /** Large bodies that are read and worked on at once. */
  largeRequests: number
  /** Their total size, and so the largest file. */
  largeBytes: number
  /** Requests that may wait for a place; each holds the beginning of its body. */
  waitingRequests: number
  /** PostgreSQL's shared memory, if it runs within the same limit. */
  databaseMegabytes: number
}

/** What this process may use: its container's limit, or the machine's memory. */
function memoryLimit(): number {
  const constrained = process.constrainedMemory()
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem()
}

/**
 * Divides the memory limit so that enough is left for the server itself and a PostgreSQL beside it: it is better to
 * refuse a request than to be killed.
 * @param heapBytes the limit of the server's own heap, beyond which V8 ends the process: it is started with a share of
 * the limit (`serverArguments` in scripts/processes.mjs)
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
