import { getCompileCacheDir } from 'node:module'
import { Piscina } from 'piscina'
import { AppError } from './app-error.ts'
import type { FormatTasks } from './format-worker.ts'

const WORKER_DEADLINE_MS = 10_000
const IDLE_MS = 60_000
const MAX_WAITING = 100

export interface Workers {
  /**
   * Runs a task of format-worker.ts off the event loop. Over the deadline its thread is ended.
   *
   * @throws AppError LimitExceeded when the deadline passes, Unavailable when too many tasks wait.
   */
  run: <Task extends keyof FormatTasks>(
    task: Task,
    payload: Parameters<FormatTasks[Task]>[0],
    deadlineMs?: number,
  ) => Promise<Awaited<ReturnType<FormatTasks[Task]>>>
  close: () => Promise<void>
}

/** Young generations grow with what is there: small ones keep a thread that reads megabytes from holding ten times as much. */
const YOUNG_MEGABYTES = 8

/**
 * The first task starts the first thread, which then stays; a second one comes and goes with the load. Threads get no
 * environment but the compile cache, which halves their start and their memory: no setting, and so no secret, reaches them.
 */
export function createWorkers(file = new URL('./format-worker.ts', import.meta.url)): Workers {
  let pool: Piscina | undefined
  const open = () =>
    (pool ??= new Piscina({
      filename: file.href,
      minThreads: 1,
      maxThreads: 2,
      env: { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' },
      maxQueue: MAX_WAITING,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    }))
  return {
    async run(task, payload, deadlineMs = WORKER_DEADLINE_MS) {
      const workers = open()
      if (workers.queueSize >= MAX_WAITING) throw new AppError('Unavailable')
      const signal = AbortSignal.timeout(deadlineMs)
      try {
        return await workers.run(payload, { name: task, signal })
      } catch (error) {
        if (signal.aborted) throw new AppError('LimitExceeded', { params: { deadlineMs } })
        throw error
      }
    },
    close: async () => pool?.destroy(),
  }
}
