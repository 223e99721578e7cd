import { expect, it } from 'vitest'
import { mergeLines } from './merge-lines.ts'

const base = 'one\ntwo\nthree\nfour\nfive\n'

it.each([
  [
    'what each side changed',
    'ONE\ntwo\nthree\nfour\nfive\n',
    'one\ntwo\nthree\nfour\nFIVE\n',
    'ONE\ntwo\nthree\nfour\nFIVE\n',
  ],
  [
    'what both changed alike',
    'ONE\ntwo\nthree\nfour\nfive\n',
    'ONE\ntwo\nthree\nfour\nfive\n',
    'ONE\ntwo\nthree\nfour\nfive\n',
  ],
  [
    'a line that came and one that went',
    'one\ntwo\nthree\nfour\n',
    'zero\none\ntwo\nthree\nfour\nfive\n',
    'zero\none\ntwo\nthree\nfour\n',
  ],
  ['the lines that both changed, not', 'one\nTWO\nthree\nfour\nfive\n', 'one\ntoo\nthree\nfour\nfive\n', undefined],
  ['neighbouring lines, not', 'one\nTWO\nthree\nfour\nfive\n', 'one\ntwo\nTHREE\nfour\nfive\n', undefined],
])('merges %s', (_what, mine, theirs, merged) => {
  expect(mergeLines({ base, mine, theirs })).toBe(merged)
})
