import { describe, expect, it } from 'vitest'
import { inspectText } from '../inspect-text.ts'
import { maskText } from '../mask-text.ts'

const inspect = (text: string, path: string) =>
  inspectText(text, { kind: 'values', declaredPaths: [path], suspicions: [] }).secrets

describe('a path that a schema declares secret', () => {
  const text = Array.from({ length: 20 }, (_, index) => `k${index}: {c: hunter2}\n`).join('')

  it('goes into every map', () => {
    expect(inspect(text, '*.c')).toHaveLength(20)
  })

  it('can lead through keys that contain dots', () => {
    const key = `${'part.'.repeat(100)}end`
    expect(inspect(`${key}: {c: hunter2}\n`, `${key}.c`)).toMatchObject([
      { source: 'declared', replacement: '"********"' },
    ])
  })

  it('masks the whole text if there are too many places to follow', () => {
    const [place, ...others] = inspect(text, `*.${'a.'.repeat(4_000)}c`)
    expect([place?.start, place?.end, others]).toEqual([0, text.length, []])
  })
})

describe('a declared path that continues in a text inside a scalar', () => {
  const mask = (text: string, path: string) => maskText(text, inspect(text, path))

  it.each([
    [
      'a block',
      'a:\n  b: |\n    # why\n    x: teal\n    y: two\n',
      'a.b.x',
      'a:\n  b: |\n    # why\n    x: ********\n    y: two\n',
    ],
    [
      'a map in a block',
      'a: |\n  x:\n    p: teal\n    q: [otter, ""]\n  y: two\n',
      'a.x',
      'a: |\n  x:\n    p: ********\n    q: [********, ""]\n  y: two\n',
    ],
    ['JSON', `a: '{"x":{"p":"teal"},"y":1}'\n`, 'a.x', `a: '{"x":{"p":"********"},"y":1}'\n`],
  ])('masks its scalars one by one in %s', (_, text, path, expected) => {
    expect(mask(text, path)).toBe(expected)
  })

  it('masks the whole inner text if it cannot be parsed', () => {
    expect(mask('a: |\n  [client\n  x: teal\n', 'a.x')).toBe('a: "********"\n')
  })

  it('masks the whole inner text if the path leads nowhere although its name occurs', () => {
    expect(mask('a: |\n  z: {x: teal}\n', 'a.x')).toBe('a: "********"\n')
  })

  it('masks the whole inner text if the path ends at it', () => {
    expect(mask('a: |\n  x: teal\n', 'a')).toBe('a: "********"\n')
  })
})

describe('the data of a Secret', () => {
  it('is masked in both places of a duplicate key', () => {
    const text = 'kind: Secret\nstringData: {a: otter}\nstringData: {b: heron}\n'
    const { secrets } = inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })
    expect(secrets.map(({ start, end }) => text.slice(start, end))).toEqual(['otter', 'heron'])
  })
})
