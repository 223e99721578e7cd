import { describe, expect, it } from 'vitest'
import { movedNames } from './moved-names.ts'

describe('movedNames', () => {
  it('names the one that moved from first to last', () => {
    expect(movedNames(['a', 'b', 'c'], ['b', 'c', 'a'])).toEqual(new Set(['a']))
  })

  it('ignores names that one side lacks', () => {
    expect(movedNames(['gone', 'a', 'b'], ['a', 'new', 'b'])).toEqual(new Set())
  })
})
