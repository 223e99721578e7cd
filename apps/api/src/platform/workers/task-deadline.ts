import { AppError } from '../errors/app-error.ts'
import { timeLimit } from '../time-limits.ts'
import type { WorkerCall } from './worker-entry.ts'

const THREAD_STARTS_WITHIN_MS = 30_000

/** Counts from the moment at which the task begins, not from when its thread is started. */
export function startTaskDeadline(begun: WorkerCall['begun'], deadlineMs: number) {
  const passed = new AbortController()
  let refusal: AppError | undefined
  const refuse = (error: AppError) => {
    refusal = error
    passed.abort()
  }
  let timer = setTimeout(() => refuse(new AppError('Unavailable')), timeLimit(THREAD_STARTS_WITHIN_MS))
  let isOver = false
  void Promise.resolve(Atomics.waitAsync(begun, 0, 0).value).then(() => {
    clearTimeout(timer)
    if (!isOver) timer = setTimeout(() => refuse(new AppError('LimitExceeded', { params: { deadlineMs } })), deadlineMs)
  })
  return {
    signal: passed.signal,
    refusal: () => refusal,
    /** The failed thread may be the one that was to run this task, and then no other will. */
    threadFailed: () => {
      if (Atomics.load(begun, 0) === 0) refuse(new AppError('Unavailable'))
    },
    end() {
      isOver = true
      clearTimeout(timer)
      // If the task never began, something is still waiting for it to.
      Atomics.notify(begun, 0)
    },
  }
}
