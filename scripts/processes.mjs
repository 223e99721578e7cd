// Child processes of the scripts. Everything here runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const isWindows = process.platform === 'win32'

/** Node 24 comes as a package; the Node that runs these scripts only starts it. */
export const node24 = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

/**
 * By default V8 would use all of the machine's memory; a server that shares it should collect garbage sooner. The
 * percentage refers to the container's limit: threads, buffers and PostgreSQL get the rest (memory-budget.ts). The size
 * of the young generation is left to V8, which also derives it from that limit: small ones cost time, and 32 MB are too
 * many for a server with 450.
 */
export const serverArguments = ['--max-old-space-size-percentage=40', 'apps/api/dist/server.mjs']

/**
 * The C library would keep up to eight heaps per processor and, once large blocks were freed, serve further allocations
 * from there, where memory is rarely returned.
 */
export const serverEnvironment = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '65536',
}

/**
 * Runs a command from the repository root and waits for its end. `quiet` captures its output instead of showing it.
 * @returns {Promise<{code: number, output: string}>} the exit code, 1 if it could not be started or was killed
 */
export function run(command, args, { env, quiet = false, timeout } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // npx is a script on Windows, which only a shell can start.
      shell: isWindows && command === 'npx',
      timeout,
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}\n` }))
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

/** Runs a tool's JavaScript entry under Node 24. */
export function runNode(args, options) {
  return run(node24, args, options)
}

/** Whether this file was started directly, and not imported. */
export function isMain(meta) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(meta.url)
}

/** Whether there is an executable file at a path. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A failure of a step, in one line for the user. */
export class StepError extends Error {}

/** Runs a script's steps; if one fails, prints its message and exits with 1. */
export async function main(steps) {
  try {
    await steps()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
