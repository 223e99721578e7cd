import { getCompileCacheDir } from 'node:module'
import { installedLimits } from '@waybill/profile-format'
import { Piscina } from 'piscina'
import { AppError } from '../errors/app-error.ts'
import { inSpan } from '../telemetry/spans.ts'
import { timeLimit } from '../time-limits.ts'
import { memoryBudget } from './memory-budget.ts'
import { createQueue } from './queue.ts'
import { startDeadline } from './task-deadline.ts'
import type { WorkerCall, WorkerSetup } from './worker-entry.ts'

const WORKER_DEADLINE_MS = 10_000
/** Between two steps of somebody who imports, mostly; a thread that starts again takes a few tenths of a second. */
const IDLE_MS = 30_000
const MAX_WAITING = 100
/** Who waited this long would wait longer still. */
const LONGEST_WAIT_MS = 10_000

/** The functions of the file that a pool's threads load; each takes one payload that can be cloned. */
type TaskTable<Tasks> = { [Name in keyof Tasks]: (payload: never) => unknown }

export interface TaskPool<Tasks extends TaskTable<Tasks>> {
  /**
   * Runs a task off the event loop. Over the deadline, which counts from its start, its thread is ended.
   *
   * @throws AppError LimitExceeded when the deadline passes or the task needs more memory than a thread has, Unavailable when
   *   too many tasks wait, or this one for too long.
   */
  run: <Name extends keyof Tasks & string>(
    task: Name,
    payload: Parameters<Tasks[Name]>[0],
    deadlineMs?: number,
  ) => Promise<Awaited<ReturnType<Tasks[Name]>>>
  close: () => Promise<void>
}

/** Young generations grow with what is there: small ones keep a thread that reads megabytes from holding ten times as much. */
const YOUNG_MEGABYTES = 8

/**
 * Threads come and go with the load, the last one too: it holds 40 MB and, once it has grown, three times as much, as V8 collects when
 * it needs room and not when there is nothing to do. They get no environment but the compile cache, which halves their start and their
 * memory: no setting, and so no secret, reaches them.
 */
export function createTaskPool<Tasks extends TaskTable<Tasks>>(
  file: URL,
  longestWaitMs = timeLimit(LONGEST_WAIT_MS),
): TaskPool<Tasks> {
  let pool: Piscina | undefined
  // In front of the pool's own queue, which knows no moment at which a task starts.
  const { threads, heapMegabytes } = memoryBudget()
  const queue = createQueue({ places: threads, maxWaiting: MAX_WAITING, longestWaitMs })
  const open = () =>
    (pool ??= new Piscina({
      filename: new URL('./worker-entry.ts', import.meta.url).href,
      workerData: { file: file.href, limits: installedLimits() } satisfies WorkerSetup,
      minThreads: 0,
      maxThreads: threads,
      env: { NODE_COMPILE_CACHE: getCompileCacheDir() ?? '' },
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    }))
  return {
    run: (task, payload, deadlineMs = timeLimit(WORKER_DEADLINE_MS)) =>
      inSpan({ name: `task ${task}` }, async () => {
        const leave = await queue.enter()
        const begun = new Int32Array(new SharedArrayBuffer(4))
        const deadline = startDeadline(begun, deadlineMs)
        try {
          const call: WorkerCall = { task, payload, begun }
          return await open().run(call, { name: 'runTask', signal: deadline.signal })
        } catch (error) {
          throw deadline.refusal() ?? outOfMemory(error, heapMegabytes) ?? error
        } finally {
          deadline.end()
          leave()
        }
      }),
    close: async () => pool?.destroy(),
  }
}

/** A thread that grows over its heap is ended, and its task with it. */
function outOfMemory(error: unknown, heapMegabytes: number): AppError | undefined {
  const isOver = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isOver ? new AppError('LimitExceeded', { params: { heapMegabytes } }) : undefined
}
