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
 * Runs a PostgreSQL program on its data directory and answers its password prompt, if it has one. It gets a process
 * group of its own: Ctrl-C in a terminal must not end the database while requests are still being answered.
 */
export function spawnDetached({ program, args, user, dataDirectory }: Command, answer = ''): ChildProcess {
  const child = spawn(program, ['-D', user ? ownFolder(dataDirectory) : dataDirectory, ...args], {
    ...user,
    cwd: dataDirectory,
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  child.stdin?.on('error', () => undefined) // it exited before reading; its exit status says why
  child.stdin?.end(answer)
  return child
}

/**
 * Below a folder that only root may enter (a clone in root's home or in `mktemp -d`) the user postgres cannot reach its
 * data by path. The program is started inside the directory instead, which Linux resolves under this name without
 * walking the path.
 */
const ownFolder = (dataDirectory: string) => (process.platform === 'linux' ? '/proc/self/cwd' : dataDirectory)

/** What a running postmaster wrote about itself to its data directory; undefined if there is none. */
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
