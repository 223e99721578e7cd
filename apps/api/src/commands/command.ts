import { ConfigError } from '../config.ts'
import { BackupError } from '../platform/database/backup/backup-format.ts'
import { DataDirInUseError } from '../platform/database/server/data-dir-lock.ts'
import { MigrationError } from '../platform/database/server/migrate.ts'

/** What a command cannot do, in a line for who gave it. */
export class CommandError extends Error {}

const TOLD = [BackupError, CommandError, ConfigError, DataDirInUseError, MigrationError]

/** Runs a command to its end: what the operator can mend is a line, and the exit code is 1. */
export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (error) {
    process.exitCode = 1
    const isTold = error instanceof Error && (TOLD.some((known) => error instanceof known) || 'syscall' in error)
    process.stderr.write(`${isTold ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  }
}
