// Child processes of the scripts. Everything here runs on Node 20 with nothing installed.
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const isWindows = process.platform === 'win32'

/** Node 24 comes as a package; the Node that runs these scripts only has to start it. */
export const node24 = join(root, 'node_modules', 'node', 'bin', isWindows ? 'node.exe' : 'node')

/**
 * V8 would take what the machine has; a server that shares it is asked to collect sooner. The percentage is of the container's limit:
 * threads, buffers and PostgreSQL have the rest (memory-budget.ts). How far the young generation grows is left to V8, which
 * goes by that limit too: small ones cost time, and 32 MB are too many for a server that has 450.
 */
export const serverArguments = ['--max-old-space-size-percentage=40', 'apps/api/dist/server.mjs']

/**
 * The C library would keep up to eight heaps a processor and, once large pieces were freed, take the next ones from there, where
 * little of it ever goes back.
 */
export const serverEnvironment = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '32768',
  MALLOC_TRIM_THRESHOLD_: '65536',
}

/**
 * Runs a command from the repository root and waits for its end. `quiet` keeps what it prints instead of showing it.
 * @returns {Promise<{code: number, output: string}>} the exit code, 1 when it could not be started or was killed
 */
export function run(command, args, { env, quiet = false, timeout } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      // npx is a shell script there, which only a shell starts.
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

/** Tells whether this file is the one that was started, not imported. */
export function isMain(meta) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(meta.url)
}

/** Tells whether there is a program at a path. */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** What a step could not do, in one line for the person in front of it. */
export class StepError extends Error {}

/** Runs a script's steps; when one fails, says why in its line and exits with 1. */
export async function main(steps) {
  try {
    await steps()
  } catch (error) {
    if (!(error instanceof StepError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}
