import { describe, expect, it } from 'vitest'
import { resourceText, versionRange } from './constraint-words.ts'

describe('a range of versions', () => {
  it.each([
    ['', '', 'any'],
    ['1.27', '', '1.27 or newer'],
    ['', '1.30', 'up to 1.30'],
    ['1.27', '1.30', '1.27 to 1.30'],
    ['1.27', '1.27', '1.27'],
  ])('from %j to %j reads %s', (minimum, maximum, text) => {
    expect(versionRange(minimum, maximum)).toBe(text)
  })
})

describe('what a cluster needs', () => {
  it('has a unit', () => {
    expect(resourceText({ type: 'memory', minLimit: 2048 })).toBe('Memory: at least 2,048 MiB')
    expect(resourceText({ type: 'gpu', minLimit: 1 })).toBe('gpu: at least 1')
  })
})
