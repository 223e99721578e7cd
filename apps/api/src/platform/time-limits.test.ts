import { afterEach, expect, it } from 'vitest'
import { installTimeLimits, timeLimit } from './time-limits.ts'

afterEach(() => installTimeLimits(1))

it.each([1.2345, 1.1, 2.3])('a limit is a whole number of milliseconds with a factor of %d', (factor) => {
  installTimeLimits(factor)
  expect(() => AbortSignal.timeout(timeLimit(15_001))).not.toThrow()
})
