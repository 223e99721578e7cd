import { expect, it } from 'vitest'
import { sideText } from './merge-words.ts'

it.each([
  ['a value of one line', ' relay:1.4', 'relay:1.4'],
  ['a key with what is below it', 'content:\n    images:\n      - a\n', 'content:\n  images:\n    - a'],
  ['items of a list', '\n      - a\n      - b', '- a\n- b'],
  ['a block', ' |\n      one\n        two', '|\n  one\n    two'],
  ['nothing', '  ', 'Removed'],
])('keeps the inner indentation of %s', (_what, text, shown) => {
  expect(sideText(text, 'Removed')).toBe(shown)
})
