import { afterAll, describe, expect, it } from 'vitest'
import { createWorkers } from './workers.ts'

describe('workers', () => {
  const workers = createWorkers()
  const spinning = createWorkers(new URL('../testing/spinning-worker.ts', import.meta.url))
  afterAll(() => Promise.all([workers.close(), spinning.close()]))

  it('run a task off the event loop', async () => {
    expect(await workers.run('ping', 'here')).toBe('here')
  })

  it('end a task that does not end, and go on with the next', async () => {
    await expect(spinning.run('ping', 'spin', 300)).rejects.toMatchObject({ code: 'LimitExceeded' })
    expect(await spinning.run('ping', 'here')).toBe('here')
  })
})
