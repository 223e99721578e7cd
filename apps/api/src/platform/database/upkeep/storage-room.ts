import { statfs } from 'node:fs/promises'

/**
 * PostgreSQL survives a table that cannot grow, but not a write-ahead log that cannot, so writes are refused before
 * that. What is left is enough for the small writes that go on, such as sign-ins and the audit events of exports.
 */
const LEAST_BYTES = 128 * 1024 * 1024
const LOOK_EVERY_MS = 1_000

/** Whether the disk under the database still has room for writes. */
export interface StorageRoom {
  isFull: () => boolean
  close: () => void
}

/** Nothing is known about an external database until it reports that it is full. */
export const unknownRoom: StorageRoom = { isFull: () => false, close: () => undefined }

/** Checks periodically, so freed or added space counts a second later. */
export function watchStorageRoom(
  directory: string,
  bytesFree: (directory: string) => Promise<number> = free,
): StorageRoom {
  let isFull = false
  const look = async () => {
    isFull = (await bytesFree(directory).catch(() => Infinity)) < LEAST_BYTES
  }
  void look()
  const timer = setInterval(() => void look(), LOOK_EVERY_MS).unref()
  return { isFull: () => isFull, close: () => clearInterval(timer) }
}

async function free(directory: string): Promise<number> {
  const { bavail, bsize } = await statfs(directory)
  return bavail * bsize
}
