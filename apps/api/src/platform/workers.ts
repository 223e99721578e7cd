import { Piscina } from 'piscina'
import { AppError } from './app-error.ts'
import type { FormatTasks } from './format-worker.ts'

const WORKER_DEADLINE_MS = 10_000
const IDLE_MS = 60_000

export interface Workers {
  /**
   * Runs a task of format-worker.ts off the event loop. Over the deadline its thread is ended.
   *
   * @throws AppError LimitExceeded when the deadline passes.
   */
  run: <Task extends keyof FormatTasks>(
    task: Task,
    payload: Parameters<FormatTasks[Task]>[0],
    deadlineMs?: number,
  ) => Promise<Awaited<ReturnType<FormatTasks[Task]>>>
  close: () => Promise<void>
}

/** Threads start with the first task: a start without one stays fast and small. */
export function createWorkers(file = new URL('./format-worker.ts', import.meta.url)): Workers {
  let pool: Piscina | undefined
  const open = () =>
    (pool ??= new Piscina({
      filename: file.href,
      minThreads: 0,
      maxThreads: 2,
      maxQueue: 100,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    }))
  return {
    async run(task, payload, deadlineMs = WORKER_DEADLINE_MS) {
      const signal = AbortSignal.timeout(deadlineMs)
      try {
        return await open().run(payload, { name: task, signal })
      } catch (error) {
        if (signal.aborted) throw new AppError('LimitExceeded', { params: { deadlineMs } })
        throw error
      }
    },
    close: async () => pool?.destroy(),
  }
}
