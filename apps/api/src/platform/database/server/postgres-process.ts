import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SystemUser } from './postgres-user.ts'

interface Command {
  program: string
  args: readonly string[]
  user: SystemUser | undefined
  dataDirectory: string
}

/**
 * Runs a program of PostgreSQL on its data directory, whose password prompt, if any, it answers. In its own process group: Ctrl-C
 * in a terminal must not end the database while requests are still answered.
 */
export function spawnDetached({ program, args, user, dataDirectory }: Command, answer = ''): ChildProcess {
  const child = spawn(program, ['-D', user ? ownFolder(dataDirectory) : dataDirectory, ...args], {
    ...user,
    cwd: dataDirectory,
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  child.stdin?.on('error', () => undefined) // it ended before it read; how it ended says why
  child.stdin?.end(answer)
  return child
}

/**
 * Below a folder that only root may enter (a clone in root's home or in `mktemp -d`) the user postgres cannot walk to its data.
 * It is put there instead, and Linux leads this name straight to where it is.
 */
const ownFolder = (dataDirectory: string) => (process.platform === 'linux' ? '/proc/self/cwd' : dataDirectory)

/** What a running postmaster says of itself in its data directory; undefined when there is none. */
export function readPostmaster(dataDirectory: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(join(dataDirectory, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, port] = [Number(lines[0]), Number(lines[3])]
    return pid > 0 && port > 0 ? { pid, port } : undefined
  } catch {
    return undefined
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
