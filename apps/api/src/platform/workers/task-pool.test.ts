import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import type * as spinningTasks from '../../testing/workers/spinning-worker.ts'
import { installTimeLimits } from '../time-limits.ts'
import { createTaskPool } from './task-pool.ts'

// A busy machine may take long to start a thread; the limits under test are explicit.
installTimeLimits(30)
afterAll(() => installTimeLimits(1))

describe('a pool of threads', () => {
  const onFault = (error: unknown) => expect.unreachable(String(error))
  const open = (longestWaitMs?: number) =>
    createTaskPool<typeof spinningTasks>(new URL('../../testing/workers/spinning-worker.ts', import.meta.url), {
      onFault,
      ...(longestWaitMs !== undefined && { longestWaitMs }),
    })
  const patientMs = 300_000
  const workers = open()
  const spinning = open(patientMs)
  const impatient = open(100)
  afterAll(() => Promise.all([workers.close(), spinning.close(), impatient.close()]))

  it('runs a task off the event loop', async () => {
    expect(await workers.run('ping', 'here')).toBe('here')
  })

  it('reports that it is busy if too many tasks wait', async () => {
    const results = await Promise.allSettled(Array.from({ length: 150 }, () => workers.run('ping', 'here')))
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.code)
    expect(new Set(refused)).toEqual(new Set(['Unavailable']))
    expect(refused.length).toBeLessThan(100)
  })

  it('reports that it is busy if a task has waited too long', async () => {
    const long = Promise.allSettled([impatient.run('ping', 'spin', 1_000), impatient.run('ping', 'spin', 1_000)])
    await expect(impatient.run('ping', 'here')).rejects.toMatchObject({ code: 'Unavailable', status: 503 })
    expect((await long).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  it('ends a task that needs more memory than a thread has, with a code, and continues with the next', async () => {
    await expect(workers.run('hoard', 1e9)).rejects.toMatchObject({ code: 'LimitExceeded' })
    expect(await workers.run('ping', 'here')).toBe('here')
  })

  it('ends a task that does not end, and continues with the next', async () => {
    await expect(spinning.run('ping', 'spin', 300)).rejects.toMatchObject({ code: 'LimitExceeded' })
    expect(await spinning.run('ping', 'here')).toBe('here')
  })

  it('answers at once if a thread fails to start, reports it, and continues with the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'waybill-threads-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'tasks.mjs')
    writeFileSync(file, `throw new TypeError('not yet')`)
    const faults: unknown[] = []
    const failing = createTaskPool<typeof spinningTasks>(pathToFileURL(file), {
      onFault: (error) => faults.push(error),
    })
    onTestFinished(failing.close)
    await expect(failing.run('ping', 'here')).rejects.toMatchObject({ code: 'Unavailable', status: 503 })
    expect(faults).toMatchObject([{ name: 'TypeError' }])
    writeFileSync(file, 'export const ping = (payload) => payload')
    expect(await failing.run('ping', 'here')).toBe('here')
  })
})
