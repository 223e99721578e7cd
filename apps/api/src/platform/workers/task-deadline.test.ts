import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startTaskDeadline } from './task-deadline.ts'

// Only the timers are faked: a thread, or this test, signals that the task begins.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

const DEADLINE_MS = 500

function start() {
  const begun = new Int32Array(new SharedArrayBuffer(4))
  const deadline = startTaskDeadline(begun, DEADLINE_MS)
  // Waiters are woken in order, so once this one is woken, the deadline knows too.
  const woken = Atomics.waitAsync(begun, 0, 0).value
  const begin = async () => {
    Atomics.store(begun, 0, 1)
    Atomics.notify(begun, 0)
    await woken
  }
  return { deadline, begin }
}

it('counts from the start of a task, not from its place in the queue', async () => {
  const { deadline, begin } = start()
  vi.advanceTimersByTime(20 * DEADLINE_MS)
  await begin()
  vi.advanceTimersByTime(DEADLINE_MS - 1)
  expect([deadline.signal.aborted, deadline.refusal()]).toEqual([false, undefined])
  vi.advanceTimersByTime(1)
  expect([deadline.signal.aborted, deadline.refusal()?.code]).toEqual([true, 'LimitExceeded'])
  deadline.end()
})

it('refuses a task whose thread does not start', () => {
  const { deadline } = start()
  vi.advanceTimersByTime(30_000)
  expect([deadline.signal.aborted, deadline.refusal()?.code]).toEqual([true, 'Unavailable'])
  deadline.end()
})

it('refuses nothing once the task is over', async () => {
  const { deadline, begin } = start()
  await begin()
  deadline.end()
  vi.advanceTimersByTime(60_000)
  expect([deadline.signal.aborted, deadline.refusal()]).toEqual([false, undefined])
})
