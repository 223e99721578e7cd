import { statSync } from 'node:fs'
import { parseArgs, type ParseArgsConfig } from 'node:util'
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

/**
 * The arguments that a command was called with.
 *
 * @throws CommandError with the usage for one that the command does not know
 */
export function readArguments<T extends ParseArgsConfig>(usage: string, known: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(known)
  } catch (cause) {
    const [fault = ''] = cause instanceof Error ? cause.message.split('. ') : []
    throw new CommandError(`${fault}. ${usage}`, { cause })
  }
}

/** The one file that a command names. @throws CommandError with the usage if there is none, more than one, or a folder */
export function onlyFile([file, ...others]: readonly string[], usage: string): string {
  // A dash alone, and what follows two of them, would be taken for a file's name.
  if (file?.startsWith('-')) throw new CommandError(`Unknown option '${file}'. ${usage}`)
  if (file === undefined || others.length > 0) throw new CommandError(usage)
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError(`${file} is a folder. ${usage}`)
  return file
}
