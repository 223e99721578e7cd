import { describe, expect, it } from 'vitest'
import { isDistinct, wholeCode } from './secret-forms.ts'

describe('a secret', () => {
  it('is distinct when it has several lines, whatever they say', () => {
    expect(isDistinct('open the gate\nto nobody')).toBe(true)
  })

  it('is not distinct when it is a word', () => {
    expect(isDistinct('gateway')).toBe(false)
  })
})

describe('the whole code around a part of it', () => {
  const text = 'key: bW9vci1oZW4= # tail'

  it('ends where the code ends', () => {
    expect(wholeCode(text, { start: 9, end: 12 })).toEqual({ start: 5, end: 17 })
  })

  it('is all of a text that is nothing else', () => {
    expect(wholeCode('bW9vcg==', { start: 2, end: 4 })).toEqual({ start: 0, end: 8 })
  })
})
