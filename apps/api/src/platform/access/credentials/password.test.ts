import { describe, expect, it } from 'vitest'
import { hashPassword, NOBODYS_HASH, verifyPassword } from './password.ts'

const parametersOf = (hash: string) => hash.split('$').slice(0, 4)

describe('passwords', () => {
  it('are verified by their hash', async () => {
    const hash = await hashPassword('right')
    expect([await verifyPassword(hash, 'right'), await verifyPassword(hash, 'wrong')]).toEqual([true, false])
  })

  it('of an unknown account take the same work', async () => {
    expect(parametersOf(NOBODYS_HASH)).toEqual(parametersOf(await hashPassword('any')))
  })

  it('are always wrong for an unknown account', async () => {
    expect(await verifyPassword(undefined, 'any')).toBe(false)
  })
})
