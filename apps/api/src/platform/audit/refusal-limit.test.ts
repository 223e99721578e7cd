import { describe, expect, it } from 'vitest'
import { createRefusalLimit } from './refusal-limit.ts'

const limitAt = () => {
  const clock = { ms: 0 }
  return { clock, limit: createRefusalLimit(() => clock.ms) }
}
const hour = 3_600_000

describe('refusals', () => {
  it('of one person are recorded a few at once, then one a minute, with the number of dropped ones', () => {
    const { clock, limit } = limitAt()
    const who = { tenantUid: 't', userUid: 'u' }
    const taken = Array.from({ length: 1_000 }, () => limit.take(who)).filter((left) => left !== undefined)
    expect(taken).toEqual(Array(20).fill(0))
    clock.ms += 60_000
    expect([limit.take(who), limit.take(who)]).toEqual([980, undefined])
  })

  it('of one person leave room for those of others', () => {
    const { limit } = limitAt()
    for (let count = 0; count < 1_000; count += 1) limit.take({ tenantUid: 't', userUid: 'u' })
    expect(limit.take({ tenantUid: 't', userUid: 'other' })).toBe(980)
  })

  it('of a whole tenant are limited, however many people there are', () => {
    const { clock, limit } = limitAt()
    let written = 0
    for (let count = 0; count < 5_000; count += 1) {
      if (limit.take({ tenantUid: 't', userUid: `u${count}` }) !== undefined) written += 1
    }
    expect(written).toBe(200)
    clock.ms += 10 * hour
    for (let count = 0; count < 5_000; count += 1) {
      if (limit.take({ tenantUid: 't', userUid: `v${count}` }) !== undefined) written += 1
    }
    expect(written).toBe(400)
    expect(limit.take({ tenantUid: 'another', userUid: 'u' })).toBe(0)
  })
})
