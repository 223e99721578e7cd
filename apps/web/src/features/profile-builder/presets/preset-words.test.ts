import { expect, test } from 'vitest'
import { presetWords } from './preset-words.ts'

const preset = {
  name: 'small',
  displayName: '',
  group: 'Mode',
  remove: ['a.b'],
  add: 'c:\n  d: 1\n  e: 2\nf: 3\ng: 4\n',
}

test('a preset says what it sets and removes', () => {
  expect(presetWords(preset)).toBe('Sets c.d, c.e, f and 1 more; takes out a.b.')
  expect(presetWords({ ...preset, remove: [], add: '' })).toBe('Changes nothing.')
})
