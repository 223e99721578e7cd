import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** File names in control groups v2 and v1. */
const LIMIT_FILES = ['memory.max', 'memory.limit_in_bytes']

export interface MemoryGroup {
  /** Its folder. */
  path: string
  /** Call it after its processes have ended; the kernel notices that a little later. */
  remove: () => Promise<void>
}

/** Creates a control group with a memory limit; undefined if none can be created. */
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
      // Missing, not writable, or a group that cannot hold both groups and processes: try the next one.
    }
  }
  return undefined
}

/** Inside our own group, so that its limits still apply; else at the top. */
function parents(): string[] {
  const own = readFileSync('/proc/self/cgroup', 'utf8')
  const [first, second] = [/^\d+:memory:(.*)$/m.exec(own)?.[1], /^0::(.*)$/m.exec(own)?.[1]]
  return [
    ...(first === undefined ? [] : [join('/sys/fs/cgroup/memory', first), '/sys/fs/cgroup/memory']),
    ...(second === undefined ? [] : [join('/sys/fs/cgroup', second), '/sys/fs/cgroup']),
  ]
}

/** Wraps a command so that it runs in a group, as the same process. */
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
