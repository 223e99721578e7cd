import { treeOf } from '@waybill/layer-text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Search } from './region.ts'
import { searchRegion } from './search-region.ts'

/** The number of characters of inner texts read for a text. */
function innerWork(text: string): number {
  const tree = treeOf(text)
  if (!tree) throw new Error('no YAML')
  const search: Search = { found: [], budget: 1e9, defaultAt: undefined }
  searchRegion(search, { tree, written: (range) => range, depth: 0, isContained: false })
  return 1e9 - search.budget
}

/** Nests a text in block scalars. */
function nest(text: string, levels: number): string {
  let nested = text
  for (let level = 0; level < levels; level += 1)
    nested = `password_${level}: |\n  ${nested.replaceAll('\n', '\n  ')}\n`
  return nested
}

const pieces = fc.constantFrom(
  'password: a1b2c3d4',
  'k: {token: x}',
  '- secret: "q"',
  'a=b',
  'cGFzc3dvcmQ6IG90dGVyNzd4',
  '# x',
)

describe('reading texts inside texts', () => {
  it('reads each character at most once per level, however deep they are nested', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 12 }),
        (lines, levels) => {
          const text = nest(lines.join('\n'), levels)
          expect(innerWork(text)).toBeLessThanOrEqual(5 * text.length)
        },
      ),
    )
  })

  it('grows no faster than the text', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 6 }), (piece, levels) => {
        const of = (times: number) => innerWork(nest(`${piece}\n`.repeat(times), levels))
        expect(of(80)).toBeLessThanOrEqual(2.2 * of(40) + 200)
      }),
    )
  })
})
