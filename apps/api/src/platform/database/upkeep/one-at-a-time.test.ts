import { setImmediate as turn } from 'node:timers/promises'
import { inject, it, expect } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

it('runs work that several processes start at once one after the other', async () => {
  let doing = 0
  const work = async (result: number) => {
    doing += 1
    await turn()
    const together = doing
    doing -= 1
    return { result, together }
  }
  const all = Array.from({ length: 5 }, (_none, at) => oneAtATime(inject('postgresUrl'), 77, () => work(at)))
  expect(await Promise.all(all)).toEqual(Array.from({ length: 5 }, (_none, result) => ({ result, together: 1 })))
})

it('lets the next one run after a failure', async () => {
  const failing = oneAtATime(inject('postgresUrl'), 78, async () => {
    throw new Error('failed')
  })
  await expect(failing).rejects.toThrow('failed')
  expect(await oneAtATime(inject('postgresUrl'), 78, async () => 'done')).toBe('done')
})
