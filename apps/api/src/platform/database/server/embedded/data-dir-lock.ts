import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { OperatorError } from '../../../errors/operator-error.ts'

export class DataDirInUseError extends OperatorError {}

const SQLITE_BUSY = 5

/**
 * Locks the data directory for this process with a kernel lock on a file in it. The lock works across TMPDIRs and
 * across containers that share the volume, and it ends with its process, so it is never left behind. Node cannot lock
 * files itself; its SQLite can, on every system, and stores nothing here.
 * @returns releases the lock
 * @throws DataDirInUseError
 */
export function lockDataDir(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const path = join(dataDir, 'lock')
  // If the file cannot be created, the system's error says why; SQLite's does not.
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
