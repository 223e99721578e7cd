import { expect, it } from 'vitest'
import { readTag } from './read-tag.ts'

it.each([
  ['edge', { key: 'edge', value: 'spectro__tag' }],
  [' team: web ', { key: 'team', value: 'web' }],
  ['url:http://a', { key: 'url', value: 'http://a' }],
  ['', undefined],
  [':web', undefined],
  ['team:', undefined],
])('reads %j as a label', (typed, label) => {
  expect(readTag(typed)).toEqual(label)
})
