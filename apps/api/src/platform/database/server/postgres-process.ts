import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { SystemUser } from './postgres-binaries.ts'

interface Command {
  program: string
  args: readonly string[]
  user: SystemUser | undefined
  dataDirectory: string
}

/**
 * Under a folder that only root may enter (a clone in root's home or in `mktemp -d`) the user postgres reaches neither its
 * program nor its data; setpriv then hands it the one capability that lets it pass.
 */
function asUser({ program, args, user, dataDirectory }: Command) {
  if (!user) return { program, args, options: {} }
  const canReach = [program, dataDirectory].every((path) => spawnSync('test', ['-x', path], user).status === 0)
  if (canReach) return { program, args, options: user }
  const become = ['--reuid', String(user.uid), '--regid', String(user.gid), '--clear-groups']
  const pass = ['--inh-caps', '-all,+dac_override', '--ambient-caps', '-all,+dac_override']
  return { program: 'setpriv', args: [...become, ...pass, program, ...args], options: {} }
}

/** Its own process group: Ctrl-C in a terminal must not end the database while requests are still answered. */
export function spawnDetached(command: Command): ChildProcess {
  const { program, args, options } = asUser(command)
  return spawn(program, args, {
    ...options,
    cwd: dirname(command.program),
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

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
