import { getCompileCacheDir } from 'node:module'
import { Piscina } from 'piscina'
import { AppError } from './app-error.ts'
import type { FormatTasks } from './format-worker.ts'
import { createWaitingLine } from './waiting-line.ts'

const WORKER_DEADLINE_MS = 10_000
const IDLE_MS = 60_000
const MAX_THREADS = 2
const MAX_WAITING = 100
/** Below the 20 s that a transaction gives a statement: who waited this long would wait longer still. */
const LONGEST_WAIT_MS = 10_000

export interface Workers {
  /**
   * Runs a task of format-worker.ts off the event loop. Over the deadline, which counts from its start, its thread is ended.
   *
   * @throws AppError LimitExceeded when the deadline passes, Unavailable when too many tasks wait, or this one for too long.
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
export function createWorkers(
  file = new URL('./format-worker.ts', import.meta.url),
  longestWaitMs = LONGEST_WAIT_MS,
): Workers {
  let pool: Piscina | undefined
  // In front of the pool's own queue, which knows no moment at which a task starts.
  const line = createWaitingLine({ places: MAX_THREADS, maxWaiting: MAX_WAITING, longestWaitMs })
  const open = () =>
    (pool ??= new Piscina({
      filename: file.href,
      minThreads: 1,
      maxThreads: MAX_THREADS,
      env: { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' },
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    }))
  return {
    async run(task, payload, deadlineMs = WORKER_DEADLINE_MS) {
      const leave = await line.enter()
      const signal = AbortSignal.timeout(deadlineMs)
      try {
        return await open().run(payload, { name: task, signal })
      } catch (error) {
        if (signal.aborted) throw new AppError('LimitExceeded', { params: { deadlineMs } })
        throw error
      } finally {
        leave()
      }
    },
    close: async () => pool?.destroy(),
  }
}
