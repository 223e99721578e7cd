import { describe, expect, it } from 'vitest'
import { isDistinct, wholeCode } from './secret-forms.ts'

describe('a secret', () => {
  it('is distinct when it has several lines, whatever they contain', () => {
    expect(isDistinct('open the gate\nto nobody')).toBe(true)
  })

  it('is not distinct when it is a word', () => {
    expect(isDistinct('gateway')).toBe(false)
  })
})

describe('the encoded run around a part of it', () => {
  const text = 'key: bW9vci1oZW4= # tail'

  it('ends where the encoding ends', () => {
    expect(wholeCode(text, { start: 9, end: 12 })).toEqual({ start: 5, end: 17 })
  })

  it('is the whole text if there is nothing else', () => {
    expect(wholeCode('bW9vcg==', { start: 2, end: 4 })).toEqual({ start: 0, end: 8 })
  })
})
