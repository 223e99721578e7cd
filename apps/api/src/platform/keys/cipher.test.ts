import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CipherError, createCipher } from './cipher.ts'

const OLD = 'an old secret of the installation'
const NEW = 'a new secret of the installation'

const place = { tenantUid: 'a'.repeat(24), table: 'layers', row: 'b'.repeat(24), column: 'values' } as const
/** From an installation before ciphertexts were bound to their places. */
const UNBOUND = Buffer.from('AWiDGeTom5v5BVW2Dldei+IaNULHK22dch7ph2VMUQnMQm5gYY1kcAkRzxRzeuvXRw==', 'base64')

describe('the cipher', () => {
  it('returns every text byte for byte', () => {
    const cipher = createCipher([NEW])
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(cipher.decrypt(cipher.encrypt(text, place), place)).toBe(text)
      }),
    )
  })

  it('never writes the same bytes twice', () => {
    const cipher = createCipher([NEW])
    expect(cipher.encrypt('text', place).equals(cipher.encrypt('text', place))).toBe(false)
  })

  it('keeps texts of an older key readable', () => {
    const bytes = createCipher([OLD]).encrypt('text', place)
    expect(createCipher([NEW, OLD]).decrypt(bytes, place)).toBe('text')
  })

  it('encrypts with the newest key', () => {
    const bytes = createCipher([NEW, OLD]).encrypt('text', place)
    expect(createCipher([NEW]).decrypt(bytes, place)).toBe('text')
  })

  it('reports an unknown key, and nothing of the text', () => {
    const bytes = createCipher([OLD]).encrypt('text', place)
    expect(() => createCipher([NEW]).decrypt(bytes, place)).toThrow(CipherError)
  })

  it.each([0, 5, 17, 40])('refuses bytes changed at %i', (at) => {
    const cipher = createCipher([NEW])
    const bytes = cipher.encrypt('a text that is long enough', place)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    expect(() => cipher.decrypt(bytes, place)).toThrow(CipherError)
  })

  it.each([
    ['tenant', { tenantUid: 'c'.repeat(24) }],
    ['table', { table: 'manifests' as const }],
    ['row', { row: 'c'.repeat(24) }],
    ['column', { column: 'inspection' }],
  ])('does not decrypt what was moved to another %s', (_what, other) => {
    const cipher = createCipher([NEW])
    const bytes = cipher.encrypt('text', place)
    expect(() => cipher.decrypt(bytes, { ...place, ...other })).toThrow(CipherError)
  })

  it('decrypts what was written before texts were bound to their places', () => {
    expect(createCipher([NEW, OLD]).decrypt(UNBOUND, place)).toBe('a text of before')
  })

  it('accepts no bound text as an unbound one', () => {
    const cipher = createCipher([NEW])
    const bytes = cipher.encrypt('text', place)
    bytes.writeUInt8(1, 0)
    expect(() => cipher.decrypt(bytes, place)).toThrow(CipherError)
  })

  it('derives one key per purpose, the same at every start', () => {
    const [tokens] = createCipher([NEW]).deriveKeys('tokens')
    const [again] = createCipher([NEW]).deriveKeys('tokens')
    const [digests] = createCipher([NEW]).deriveKeys('digests')
    expect([tokens.equals(again), tokens.equals(digests)]).toEqual([true, false])
  })
})
