import { installLimits, type InstalledLimits } from '@waybill/profile-format'
import { workerData } from 'piscina'

/** What a thread starts with: the file of its tasks, and the limits of its process. */
export interface WorkerSetup {
  file: string
  limits: InstalledLimits
}

/** What a thread is sent: which task of its file to run, and where to signal that it begins. */
export interface WorkerCall {
  task: string
  payload: unknown
  /** One number, 0 until the task begins. */
  begun: Int32Array<SharedArrayBuffer>
}

type Tasks = Readonly<Record<string, (payload: unknown) => unknown>>

const setup: WorkerSetup = workerData
installLimits(setup.limits)
const tasks: Tasks = await import(setup.file)

/** Runs in a thread once its code is loaded, so that loading on a busy machine does not count against the task. */
export function runTask({ task, payload, begun }: WorkerCall): unknown {
  Atomics.store(begun, 0, 1)
  Atomics.notify(begun, 0)
  return tasks[task]?.(payload)
}
