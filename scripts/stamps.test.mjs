import { expect, test } from 'vitest'
import { StepError } from './processes.mjs'
import { whenChanged } from './stamps.mjs'

test('a step that nothing can be written for is not begun, and one line says so', async () => {
  let runs = 0
  const step = { stamp: 'package.json/below-a-file', sources: ['package.json'], result: 'missing' }
  const running = whenChanged(step, () => {
    runs += 1
  })
  await expect(running).rejects.toThrow(/package\.json cannot be written/)
  await expect(running).rejects.toBeInstanceOf(StepError)
  expect(runs).toBe(0)
})
