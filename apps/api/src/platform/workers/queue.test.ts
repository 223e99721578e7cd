import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { createQueue } from './queue.ts'

it('tells a refused caller their position, and when to come back', async () => {
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

it('counts a place that is given back twice once', async () => {
  const queue = createQueue({ places: 1, maxWaiting: 0, longestWaitMs: 300_000 })
  const leave = await queue.enter()
  leave()
  leave()
  await queue.enter()
  await expect(queue.enter()).rejects.toMatchObject({ code: 'Unavailable' })
})

it('does not hold up others behind a caller who gave up', async () => {
  const queue = createQueue({ places: 1, maxWaiting: 5, longestWaitMs: 50 })
  const leave = await queue.enter()
  await expect(queue.enter()).rejects.toMatchObject({ code: 'Unavailable' })
  leave()
  expect(await queue.enter()).toBeTypeOf('function')
})

it('gives callers who give up together a position of their own', async () => {
  const queue = createQueue({ places: 1, maxWaiting: 3, longestWaitMs: 50 })
  await queue.enter()
  const results = await Promise.allSettled([queue.enter(), queue.enter(), queue.enter()])
  const waits = results.map((result) => result.status === 'rejected' && result.reason.retryAfterSeconds)
  expect(waits).toEqual([1, 2, 3])
})

it('lets in those who fit together, in order of arrival, and the largest alone', async () => {
  const queue = createQueue({ places: 8, room: 10, maxWaiting: 9, longestWaitMs: 300_000 })
  const inside: number[] = []
  const enter = async (weight: number) => {
    const leave = await queue.enter(weight)
    inside.push(weight)
    return () => {
      inside.splice(inside.indexOf(weight), 1)
      leave()
    }
  }
  const [four, five] = await Promise.all([enter(4), enter(5)])
  const [twenty, one] = [enter(20), enter(1)]
  await setImmediate()
  expect(inside).toEqual([4, 5])
  four()
  await setImmediate()
  expect(inside).toEqual([5])
  five()
  const leaveTwenty = await twenty
  expect(inside).toEqual([20])
  leaveTwenty()
  await one
  expect(inside).toEqual([1])
})
