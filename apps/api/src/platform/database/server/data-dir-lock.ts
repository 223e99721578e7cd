import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class DataDirInUseError extends Error {}

const SQLITE_BUSY = 5

/**
 * Holds the data directory for this process: a lock of the kernel's on a file in it, whoever and wherever the other process is
 * (another TMPDIR, another container with the same volume), which ends with its process and so is never left behind. Node
 * itself locks no file; the SQLite that it brings does, on every system, and stores nothing here.
 *
 * @returns what gives it back.
 * @throws DataDirInUseError
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const path = join(dataDir, 'lock')
  // Where it cannot, the system says why; SQLite does not.
  closeSync(openSync(path, 'a', 0o600))
  const file = new DatabaseSync(path, { timeout: 0 })
  try {
    file.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    file.close()
    if (!isBusy(cause)) throw cause
    throw new DataDirInUseError(`DATA_DIR ${dataDir} is in use by another Waybill process`, { cause })
  }
  return () => file.close()
}

const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
