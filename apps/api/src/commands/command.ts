import { ConfigError } from '../config.ts'
import { BackupError } from '../platform/database/backup/backup-format.ts'
import { DataDirInUseError } from '../platform/database/server/embedded/data-dir-lock.ts'
import { MigrationError } from '../platform/database/server/migrate.ts'

/** Why a command cannot run, in one line for the operator. */
export class CommandError extends Error {}

const TOLD = [BackupError, CommandError, ConfigError, DataDirInUseError, MigrationError]

/** Runs a command: a failure that the operator can fix is printed as one line, with exit code 1. */
export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (error) {
    process.exitCode = 1
    const isTold = error instanceof Error && (TOLD.some((known) => error instanceof known) || 'syscall' in error)
    process.stderr.write(`${isTold ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  }
}
