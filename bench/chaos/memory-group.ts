import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Of the second version of control groups, and of the first. */
const LIMIT_FILES = ['memory.max', 'memory.limit_in_bytes']

export interface MemoryGroup {
  /** Its folder. */
  path: string
  /** When its processes have ended, which the kernel notices a little later. */
  remove: () => Promise<void>
}

/** A control group with so much memory, or undefined where none can be made. */
export function createMemoryGroup(limit: string): MemoryGroup | undefined {
  for (const parent of parents()) {
    const path = join(parent, `waybill-chaos-${process.pid}`)
    try {
      mkdirSync(path)
      const file = LIMIT_FILES.find((name) => existsSync(join(path, name)))
      if (file !== undefined) {
        writeFileSync(join(path, file), limit)
        return { path, remove: () => removeGroup(path) }
      }
      rmdirSync(path)
    } catch {
      // Not there, not ours to write, or a kind of group that holds either groups or processes: the next one.
    }
  }
  return undefined
}

/** Inside our own group, so that a limit that already holds goes on holding; else at the top. */
function parents(): string[] {
  const own = readFileSync('/proc/self/cgroup', 'utf8')
  const [first, second] = [/^\d+:memory:(.*)$/m.exec(own)?.[1], /^0::(.*)$/m.exec(own)?.[1]]
  return [
    ...(first === undefined ? [] : [join('/sys/fs/cgroup/memory', first), '/sys/fs/cgroup/memory']),
    ...(second === undefined ? [] : [join('/sys/fs/cgroup', second), '/sys/fs/cgroup']),
  ]
}

/** The command that starts another one in a group, as the same process. */
export const startedIn = (group: string, command: readonly string[]): string[] => [
  '/bin/sh',
  '-c',
  'echo $$ > "$0/cgroup.procs" && exec "$@"',
  group,
  ...command,
]

async function removeGroup(path: string) {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return rmdirSync(path)
    } catch {
      await wait(100)
    }
  }
}
