import { afterAll, describe, expect, it } from 'vitest'
import { createWorkers } from './workers.ts'

describe('workers', () => {
  const workers = createWorkers()
  const spinning = createWorkers(new URL('../testing/spinning-worker.ts', import.meta.url))
  afterAll(() => Promise.all([workers.close(), spinning.close()]))

  it('run a task off the event loop', async () => {
    expect(await workers.run('ping', 'here')).toBe('here')
  })

  it('say that they are busy when too many tasks wait', async () => {
    const results = await Promise.allSettled(Array.from({ length: 150 }, () => workers.run('ping', 'here')))
    const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => reason.code)
    expect(new Set(refused)).toEqual(new Set(['Unavailable']))
    expect(refused.length).toBeLessThan(100)
  })

  it('end a task that does not end, and go on with the next', async () => {
    await expect(spinning.run('ping', 'spin', 300)).rejects.toMatchObject({ code: 'LimitExceeded' })
    expect(await spinning.run('ping', 'here')).toBe('here')
  })
})
