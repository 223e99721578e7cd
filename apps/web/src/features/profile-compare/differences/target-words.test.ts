import { expect, test } from 'vitest'
import { targetWords } from './target-words.ts'

const base = { name: 'edge-base', version: '1.0.0' }

test.each([
  ['versions of one profile by the version', { ...base, version: '1.1.0' }, '1.0.0', '1.1.0'],
  ['two profiles by the name', { ...base, name: 'edge-site' }, 'edge-base 1.0.0', 'edge-site 1.0.0'],
  ['one version in two projects by the side', base, '1.0.0 on the left', '1.0.0 on the right'],
])('the sides of a comparison are told apart: %s', (_case, right, leftWords, rightWords) => {
  expect(targetWords({ left: base, right }, 'left')).toBe(leftWords)
  expect(targetWords({ left: base, right }, 'right')).toBe(rightWords)
})
