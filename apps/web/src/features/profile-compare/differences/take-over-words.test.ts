import type { ComparisonBody } from '@waybill/api-contract'
import { expect, test } from 'vitest'
import type { Mark, Part } from '../parts/compared-parts.ts'
import { takeOverSentence, targetWords } from './take-over-words.ts'

const side = { uid: 'u', scope: 'project', etag: '', mayChange: true, hasDraft: false, name: 'web' } as const
const comparison: ComparisonBody = {
  left: { ...side, version: '1.0.0' },
  right: { ...side, version: '1.1.0' },
  maySeeSecrets: true,
  changes: [],
  layers: [],
  secrets: [],
}
const partWith = (mark: Mark): Part => ({
  key: 'layer:nginx',
  kind: 'layer',
  name: 'nginx',
  marks: [mark],
  fields: [],
  texts: [],
  secrets: [],
})

test.each([
  ['changed', 'right', 'nginx is replaced in the draft of web 1.1.0 by what web 1.0.0 has.'],
  ['removed', 'right', 'nginx is added to the draft of web 1.1.0, as web 1.0.0 has it.'],
  ['added', 'right', 'nginx is removed from the draft of web 1.1.0, as web 1.0.0 lacks it.'],
  ['added', 'left', 'nginx is added to the draft of web 1.0.0, as web 1.1.0 has it.'],
  ['removed', 'left', 'nginx is removed from the draft of web 1.0.0, as web 1.1.0 lacks it.'],
] as const)('what is %s, taken over into the %s', (mark, into, sentence) => {
  expect(takeOverSentence(partWith(mark), comparison, into)).toBe(sentence)
})

const base = { name: 'edge-base', version: '1.0.0' }

test.each([
  ['versions of one profile by the version', { ...base, version: '1.1.0' }, '1.0.0', '1.1.0'],
  ['two profiles by the name', { ...base, name: 'edge-site' }, 'edge-base 1.0.0', 'edge-site 1.0.0'],
  ['one version in two projects by the side', base, '1.0.0 on the left', '1.0.0 on the right'],
])('the sides of a comparison are told apart: %s', (_case, right, leftWords, rightWords) => {
  expect(targetWords({ left: base, right }, 'left')).toBe(leftWords)
  expect(targetWords({ left: base, right }, 'right')).toBe(rightWords)
})
