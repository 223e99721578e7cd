import { describe, expect, it } from 'vitest'
import { patternOfValue, resourceText, versionRange } from './constraint-words.ts'

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

describe('the resources of a cluster', () => {
  it('have a unit', () => {
    expect(resourceText({ type: 'memory', minLimit: 2048 })).toBe('Memory: at least 2,048 MiB')
    expect(resourceText({ type: 'gpu', minLimit: 1 })).toBe('gpu: at least 1')
  })
})

describe('the pattern of a value', () => {
  const entry = { name: '', type: '', hints: [], required: false, readonly: false, regex: '', listOptions: [] }

  it.each([
    ['${password}', ''],
    ['${number:[1-9]}', '${number:[1-9]}'],
    ['${ipv4} - ${ipv4}', '${ipv4} - ${ipv4}'],
  ])('of %s is %j', (format, pattern) => {
    expect(patternOfValue({ ...entry, format })).toBe(pattern)
  })

  it('is the regular expression if there is one', () => {
    expect(patternOfValue({ ...entry, format: '${string:/^a$/}', regex: '^a$' })).toBe('^a$')
  })
})
