import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldGroups, mayHold } from './held-groups.ts'
import { formsOf } from './secret-forms.ts'

const secrets = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 6, maxLength: 40 }),
  fc.stringMatching(/^[A-Za-z0-9+/=_-]{6,40}$/),
)

describe('the groups of a text', () => {
  it('do not exclude any form of a secret that is in the text, wherever it begins', () => {
    fc.assert(
      fc.property(secrets, fc.string({ maxLength: 5 }), (secret, before) => {
        for (const { text } of formsOf(secret)) {
          const held = heldGroups([before, `${before}${text}`], [secret])
          expect(mayHold(held, text)).toBe(true)
          expect(formsOf(secret, held).map((form) => form.text)).toContain(text)
        }
      }),
    )
  })

  it('exclude encoded forms that are not in the text', () => {
    const held = heldGroups(['password: kiln-Otter-4711\n'], ['kiln-Otter-4711'])
    expect(formsOf('kiln-Otter-4711', held).filter(({ isEncoded }) => isEncoded)).toEqual([])
  })

  it('distinguish a secret that occurs only in its place from one that occurs again', () => {
    const once = 'password: kiln-Otter-4711\n'
    const secret = 'kiln-Otter-4711'
    expect(mayHold(heldGroups([once], [secret]), secret, 1)).toBe(false)
    expect(mayHold(heldGroups([once, once], [secret]), secret, 1)).toBe(true)
  })

  it('are not built for a single secret in a long text', () => {
    expect(heldGroups(['x'.repeat(2_000)], ['kiln-Otter-4711'])).toBeUndefined()
  })
})
