import { workerData } from 'piscina'

/** What a thread is told: which of the tasks in its file to run, and where to say that it begins. */
export interface WorkerCall {
  task: string
  payload: unknown
  /** One number, 0 until the task begins. */
  begun: Int32Array<SharedArrayBuffer>
}

type Tasks = Readonly<Record<string, (payload: unknown) => unknown>>

const tasks: Tasks = await import(String(workerData))

/** Runs in a thread once its code is loaded, which takes its time on a busy machine and is nobody's fault. */
export function runTask({ task, payload, begun }: WorkerCall): unknown {
  Atomics.store(begun, 0, 1)
  Atomics.notify(begun, 0)
  return tasks[task]?.(payload)
}
