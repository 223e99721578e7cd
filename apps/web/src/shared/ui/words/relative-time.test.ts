import { expect, test } from 'vitest'
import { fromNow } from './relative-time.tsx'

const now = Date.parse('2026-11-29T10:00:00Z')
const words = (at: string) => fromNow(new Date(at), now)

test('future times are counted in days up to 90, and rounded', () => {
  expect(words('2027-02-27T09:59:00Z')).toBe('in 90 days')
  expect(words('2026-12-29T09:59:00Z')).toBe('in 30 days')
  expect(words('2026-12-06T09:59:58Z')).toBe('in 7 days')
  expect(words('2026-11-30T09:59:58Z')).toBe('tomorrow')
  expect(words('2026-11-29T15:31:00Z')).toBe('in 6 hours')
  expect(words('2027-11-29T09:59:00Z')).toBe('in 12 months')
  expect(words('2026-11-29T10:00:20Z')).toBe('in a moment')
})

test('past times are not rounded up', () => {
  expect(words('2026-11-27T10:01:00Z')).toBe('yesterday')
  expect(words('2026-11-29T09:46:10Z')).toBe('13 minutes ago')
  expect(words('2026-11-29T09:59:40Z')).toBe('just now')
})
