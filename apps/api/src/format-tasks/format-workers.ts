import { createTaskPool, type TaskPool } from '../platform/workers/task-pool.ts'
import type { OnThreadFault } from '../platform/workers/threads.ts'
import type * as formatTasks from './format-tasks.ts'

/** The threads that read, plan, inspect and render documents. */
export type FormatWorkers = TaskPool<typeof formatTasks>

export const createFormatWorkers = (onFault: OnThreadFault): FormatWorkers =>
  createTaskPool(new URL('./format-tasks.ts', import.meta.url), { onFault })
