import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createNeedleSearch } from './needle-search.ts'

/** Few letters, so that needles overlap, repeat and almost match everywhere. */
const letters = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom('a', 'b', 'c', '\n', 'é'), { minLength, maxLength }).map((list) => list.join(''))

function findNaively(needles: readonly string[], text: string) {
  const long = needles.filter((needle) => needle.length >= 6).toSorted((a, b) => b.length - a.length)
  const found = []
  for (let at = 0; at < text.length;) {
    const needle = long.find((each) => text.startsWith(each, at))
    if (needle !== undefined) found.push({ start: at, end: at + needle.length })
    at += needle?.length ?? 1
  }
  return found
}

describe('a search for many texts', () => {
  it('finds what searching for each one finds', () => {
    fc.assert(
      fc.property(fc.array(letters(1, 12), { maxLength: 8 }), letters(0, 200), (needles, text) => {
        expect(createNeedleSearch(needles).find(text)).toEqual(findNaively(needles, text))
      }),
    )
  })

  it('finds each of two long texts that begin alike', () => {
    const [one, other] = [`${'moor'.repeat(30)}-1`, `${'moor'.repeat(30)}-2`]
    expect(createNeedleSearch([one, other]).find(`${one} ${other}`)).toHaveLength(2)
  })

  it('tells whether any occurs', () => {
    fc.assert(
      fc.property(fc.array(letters(6, 12), { maxLength: 8 }), letters(0, 200), (needles, text) => {
        expect(createNeedleSearch(needles).has(text)).toBe(needles.some((needle) => text.includes(needle)))
      }),
    )
  })

  it('accepts the beginning of a long needle as a match when it almost matches everywhere', () => {
    const nearly = (length: number) => createNeedleSearch([`${'a'.repeat(length)}b`])
    expect(nearly(20_000).has('a'.repeat(21_000))).toBe(true)
    expect(nearly(200).has('a'.repeat(21_000))).toBe(false)
  })

  it('finds needles longer than any window', () => {
    const needle = 'x'.repeat(70) + 'y'.repeat(70)
    expect(createNeedleSearch([needle]).find(`before ${needle} after`)).toEqual([{ start: 7, end: 147 }])
  })
})
