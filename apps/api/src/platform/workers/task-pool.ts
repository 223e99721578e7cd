import { installedLimits } from '@waybill/profile-format'
import type { Piscina } from 'piscina'
import { AppError } from '../errors/app-error.ts'
import { inSpan } from '../telemetry/spans.ts'
import { timeLimit } from '../time-limits.ts'
import { memoryBudget } from './memory-budget.ts'
import { createQueue } from './queue.ts'
import { startTaskDeadline } from './task-deadline.ts'
import { openThreads, type OnThreadFault } from './threads.ts'
import type { WorkerCall, WorkerSetup } from './worker-entry.ts'

const WORKER_DEADLINE_MS = 10_000
/**
 * Mostly longer than a user takes between two steps of an import; restarting a thread takes a few tenths of a second.
 */
const IDLE_MS = 30_000
const MAX_WAITING = 100
/** A task that has waited this long is refused rather than left to wait longer. */
const LONGEST_WAIT_MS = 10_000

/** The functions exported by the file that a pool's threads load. Each takes one structured-cloneable payload. */
type TaskTable<Tasks> = { [Name in keyof Tasks]: (payload: never) => unknown }

export interface TaskPool<Tasks extends TaskTable<Tasks>> {
  /**
   * Runs a task off the event loop. If it exceeds the deadline, which counts from its start, its thread is ended.
   * @throws AppError LimitExceeded if the deadline passes or the task runs out of memory, Unavailable if too many tasks
   * wait, this one waits too long, or a thread fails to start
   */
  run: <Name extends keyof Tasks & string>(
    task: Name,
    payload: Parameters<Tasks[Name]>[0],
    deadlineMs?: number,
  ) => Promise<Awaited<ReturnType<Tasks[Name]>>>
  close: () => Promise<void>
}

interface TaskPoolOptions {
  onFault: OnThreadFault
  longestWaitMs?: number
}

export function createTaskPool<Tasks extends TaskTable<Tasks>>(
  file: URL,
  { onFault, longestWaitMs = timeLimit(LONGEST_WAIT_MS) }: TaskPoolOptions,
): TaskPool<Tasks> {
  let pool: Piscina | undefined
  // In front of the pool's own queue, which does not tell when a task starts.
  const { threads, heapMegabytes } = memoryBudget()
  const queue = createQueue({ places: threads, maxWaiting: MAX_WAITING, longestWaitMs })
  const open = () =>
    (pool ??= openThreads({
      file: new URL('./worker-entry.ts', import.meta.url),
      workerData: { file: file.href, limits: installedLimits() } satisfies WorkerSetup,
      maxThreads: threads,
      idleTimeout: IDLE_MS,
      onFault,
    }))
  return {
    run: (task, payload, deadlineMs = timeLimit(WORKER_DEADLINE_MS)) =>
      inSpan({ name: `task ${task}` }, async () => {
        const running = open()
        const leave = await queue.enter()
        const begun = new Int32Array(new SharedArrayBuffer(4))
        const deadline = startTaskDeadline(begun, deadlineMs)
        running.on('error', deadline.threadFailed)
        try {
          const call: WorkerCall = { task, payload, begun }
          return await running.run(call, { name: 'runTask', signal: deadline.signal })
        } catch (error) {
          throw deadline.refusal() ?? outOfMemory(error, heapMegabytes) ?? error
        } finally {
          deadline.end()
          running.off('error', deadline.threadFailed)
          leave()
        }
      }),
    close: async () => pool?.destroy(),
  }
}

/** A thread that exceeds its heap is ended, and its task with it. */
function outOfMemory(error: unknown, heapMegabytes: number): AppError | undefined {
  const isOver = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOver ? new AppError('LimitExceeded', { params: { heapMegabytes } }) : undefined
}
