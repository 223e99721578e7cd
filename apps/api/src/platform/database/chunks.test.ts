import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitIntoChunks } from './chunks.ts'

const MEBIBYTE = 1024 * 1024
const itself = (size: number) => size

describe('splitting into chunks', () => {
  it('keeps small items together', () => {
    expect(splitIntoChunks([1, 2, MEBIBYTE], itself)).toEqual([[1, 2, MEBIBYTE]])
  })

  it('has no chunk for no items', () => {
    expect(splitIntoChunks([], itself)).toEqual([])
  })

  it('puts an item too large for any chunk into one of its own', () => {
    expect(splitIntoChunks([1, 9 * MEBIBYTE, 2], itself)).toEqual([[1], [9 * MEBIBYTE], [2]])
  })

  it('keeps all items in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3 * MEBIBYTE)), (sizes) => {
        const chunks = splitIntoChunks(sizes, itself)
        expect(chunks.flat()).toEqual(sizes)
        for (const chunk of chunks.filter(({ length }) => length > 1))
          expect(chunk.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(2 * MEBIBYTE)
      }),
    )
  })
})
