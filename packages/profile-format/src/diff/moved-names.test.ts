import { describe, expect, it } from 'vitest'
import { movedNames } from './moved-names.ts'

describe('movedNames', () => {
  it('names the one that went from the first place to the last', () => {
    expect(movedNames(['a', 'b', 'c'], ['b', 'c', 'a'])).toEqual(new Set(['a']))
  })

  it('passes over what one side lacks', () => {
    expect(movedNames(['gone', 'a', 'b'], ['a', 'new', 'b'])).toEqual(new Set())
  })
})
