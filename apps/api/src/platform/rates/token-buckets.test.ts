import { describe, expect, it } from 'vitest'
import { createTokenBuckets } from './token-buckets.ts'

const rate = { perSecond: 10, burst: 50 }

function buckets() {
  const clock = { ms: 0 }
  return { clock, ...createTokenBuckets(() => clock.ms) }
}

describe('a bucket', () => {
  it('gives its burst at once and then says how long to wait', () => {
    const { take } = buckets()
    const waits = Array.from({ length: 51 }, () => take('a', rate))
    expect(waits.slice(0, 50)).toEqual(Array(50).fill(0))
    expect(waits[50]).toBeCloseTo(0.1)
  })

  it('refills with time, never above its burst', () => {
    const { clock, take } = buckets()
    for (let count = 0; count < 50; count += 1) take('a', rate)
    clock.ms = 200
    expect([take('a', rate), take('a', rate), take('a', rate) > 0]).toEqual([0, 0, true])
    clock.ms = 3_600_000
    expect(Array.from({ length: 51 }, () => take('a', rate)).filter((wait) => wait > 0)).toHaveLength(1)
  })

  it('loses nothing if the clock is set back', () => {
    const { clock, take } = buckets()
    clock.ms = 3_600_000
    take('a', rate)
    clock.ms = 0
    expect(take('a', rate)).toBe(0)
  })

  it('belongs to one subject', () => {
    const { take } = buckets()
    for (let count = 0; count < 51; count += 1) take('a', rate)
    expect([take('a', rate) > 0, take('b', rate)]).toEqual([true, 0])
  })

  it('that was idle longest is forgotten if there are too many', () => {
    const { take } = buckets()
    const one = { perSecond: 0.001, burst: 1 }
    take('first', one)
    for (let count = 0; count < 10_000; count += 1) take(String(count), one)
    expect([take('first', one), take('9999', one) > 0]).toEqual([0, true])
  })
})
