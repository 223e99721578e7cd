import { OperatorError } from '../platform/errors/operator-error.ts'

/** Why a command cannot run. */
export class CommandError extends OperatorError {}

/** Runs a command: a failure that the operator can fix is printed as one line, with exit code 1. */
export async function runCommand(work: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await work()}\n`)
  } catch (error) {
    process.exitCode = 1
    const isTold = error instanceof OperatorError || (error instanceof Error && 'syscall' in error)
    process.stderr.write(`${isTold ? error.message : String(error instanceof Error ? error.stack : error)}\n`)
  }
}
