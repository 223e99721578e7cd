import { expect, it } from 'vitest'
import { createQueue } from './queue.ts'

it('says to who is refused where they would stand, and when to come back', async () => {
  const queue = createQueue({ places: 1, maxWaiting: 3, longestWaitMs: 300_000 })
  const leave = await queue.enter()
  const waiting = [queue.enter(), queue.enter(), queue.enter()]
  await expect(queue.enter()).rejects.toMatchObject({
    code: 'Unavailable',
    retryAfterSeconds: 4,
    message: expect.stringContaining('position: 4'),
  })
  leave()
  for (const next of waiting) (await next)()
})

it('a place that is given back twice is one', async () => {
  const queue = createQueue({ places: 1, maxWaiting: 0, longestWaitMs: 300_000 })
  const leave = await queue.enter()
  leave()
  leave()
  await queue.enter()
  await expect(queue.enter()).rejects.toMatchObject({ code: 'Unavailable' })
})

it('who leaves the queue unserved keeps nobody behind them', async () => {
  const queue = createQueue({ places: 1, maxWaiting: 5, longestWaitMs: 50 })
  const leave = await queue.enter()
  await expect(queue.enter()).rejects.toMatchObject({ code: 'Unavailable' })
  leave()
  expect(await queue.enter()).toBeTypeOf('function')
})
