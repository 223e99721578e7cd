import { describe, expect, it } from 'vitest'
import { fillText } from '../masks/fill-text.ts'
import { maskedPlaces } from '../masks/masked-places.ts'
import { soundTree } from '../testing/sound-tree.ts'
import { resolvePaths } from './follow-path.ts'
import { parsePath } from './text-path.ts'

function textsAt(text: string, path: string): string[] {
  const nodes = [...(resolvePaths(soundTree(text), [parsePath(path)])?.found ?? [])]
  return nodes.map((node) => (node.kind === 'scalar' ? text.slice(node.start, node.end) : node.kind))
}

describe('a path to a duplicate key', () => {
  it('leads to both values, so that both can be masked', () => {
    expect(textsAt('db: {password: one}\ndb:\n  password: two\n  password: three\n', 'db.password')).toEqual([
      'three',
      'two',
      'one',
    ])
  })

  it('leads through every merge', () => {
    expect(textsAt('a: &a {p: one}\nb: &b {q: two}\nc:\n  <<: *a\n  <<: *b\n', 'c.q')).toEqual(['two'])
    expect(textsAt('a: &a {p: one}\nb: &b {q: two}\nc:\n  <<: *a\n  <<: *b\n', 'c.p')).toEqual(['one'])
  })
})

describe('masks in a text that Go accepts and the YAML parser does not', () => {
  it('are filled at their places', () => {
    const text = 'a: [\n  "********", # one\n\t"x ********\ny"\n]\nb: 1\n'
    const values = ['first', 'second']
    const fills = maskedPlaces(soundTree(text)).map((place, index) => ({ ...place, value: values[index] ?? '' }))
    expect(fillText(text, fills)).toBe('a: [\n  "first", # one\n\t"x second\ny"\n]\nb: 1\n')
  })
})
