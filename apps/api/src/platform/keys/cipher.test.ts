import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CipherError, createCipher } from './cipher.ts'

const OLD = 'an old secret of the installation'
const NEW = 'a new secret of the installation'

describe('the cipher', () => {
  it('gives back every text byte for byte', () => {
    const cipher = createCipher([NEW])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text))).toBe(text)
      }),
    )
  })

  it('never writes the same bytes twice', () => {
    const cipher = createCipher([NEW])
    expect(cipher.encrypt('text').equals(cipher.encrypt('text'))).toBe(false)
  })

  it('keeps texts of an older key readable', () => {
    const bytes = createCipher([OLD]).encrypt('text')
    expect(createCipher([NEW, OLD]).decrypt(bytes)).toBe('text')
  })

  it('writes with the newest key', () => {
    const bytes = createCipher([NEW, OLD]).encrypt('text')
    expect(createCipher([NEW]).decrypt(bytes)).toBe('text')
  })

  it('says that a key is not known, and nothing of the text', () => {
    const bytes = createCipher([OLD]).encrypt('text')
    expect(() => createCipher([NEW]).decrypt(bytes)).toThrow(CipherError)
  })

  it.each([0, 5, 17, 40])('refuses bytes changed at %i', (at) => {
    const cipher = createCipher([NEW])
    const bytes = cipher.encrypt('a text that is long enough')
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    expect(() => cipher.decrypt(bytes)).toThrow(CipherError)
  })

  it('derives one key a purpose, the same at every start', () => {
    const [tokens] = createCipher([NEW]).deriveKeys('tokens')
    const [again] = createCipher([NEW]).deriveKeys('tokens')
    const [digests] = createCipher([NEW]).deriveKeys('digests')
    expect([tokens.equals(again), tokens.equals(digests)]).toEqual([true, false])
  })
})
