import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inParts } from './chunks.ts'

const MEBIBYTE = 1024 * 1024
const itself = (size: number) => size

describe('splitting into parts', () => {
  it('leaves what is small together', () => {
    expect(inParts([1, 2, MEBIBYTE], itself)).toEqual([[1, 2, MEBIBYTE]])
  })

  it('has no part where there is nothing', () => {
    expect(inParts([], itself)).toEqual([])
  })

  it('gives what is too large for any part one of its own', () => {
    expect(inParts([1, 9 * MEBIBYTE, 2], itself)).toEqual([[1], [9 * MEBIBYTE], [2]])
  })

  it('keeps every item and their order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3 * MEBIBYTE)), (sizes) => {
        const parts = inParts(sizes, itself)
        expect(parts.flat()).toEqual(sizes)
        for (const part of parts.filter(({ length }) => length > 1))
          expect(part.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(2 * MEBIBYTE)
      }),
    )
  })
})
