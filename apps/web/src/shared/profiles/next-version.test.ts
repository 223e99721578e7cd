import { expect, it } from 'vitest'
import { nextVersion } from './next-version.ts'

it.each([
  [['1.2.3', '1.2.0'], '1.3.0'],
  [['1.2.0', '1.3.0'], '1.4.0'],
  [['2.0.0-beta.1'], '2.1.0'],
  [['7'], '7.1.0'],
])('suggests after %j the version %s', (versions, next) => {
  expect(nextVersion(versions)).toBe(next)
})
