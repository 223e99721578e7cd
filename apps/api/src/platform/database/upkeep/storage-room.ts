import { statfs } from 'node:fs/promises'

/**
 * PostgreSQL survives a table that cannot grow, but not its log: whoever writes is refused before. What is left takes the
 * small writes that go on, sign-ins and the audit events of exports among them.
 */
const LEAST_BYTES = 128 * 1024 * 1024
const LOOK_EVERY_MS = 1_000

/** Whether the disk under the database still has room for writes. */
export interface StorageRoom {
  isFull: () => boolean
  close: () => void
}

/** Of a database elsewhere nothing is known until it says that it is full. */
export const unknownRoom: StorageRoom = { isFull: () => false, close: () => undefined }

/** Looks by itself: what was deleted or added counts a second later. */
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
