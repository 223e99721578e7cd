import { describe, expect, it } from 'vitest'
import { inspectText } from '../inspect-text.ts'

const inspect = (text: string, path: string) =>
  inspectText(text, { kind: 'values', declaredPaths: [path], suspicions: [] }).secrets

describe('a path that a schema declares secret', () => {
  const text = Array.from({ length: 20 }, (_, index) => `k${index}: {c: hunter2}\n`).join('')

  it('goes into every map', () => {
    expect(inspect(text, '*.c')).toHaveLength(20)
  })

  it('may lead through keys that hold dots', () => {
    const key = `${'part.'.repeat(100)}end`
    expect(inspect(`${key}: {c: hunter2}\n`, `${key}.c`)).toMatchObject([
      { source: 'declared', replacement: '"********"' },
    ])
  })

  it('masks the text as a whole where it is too long to be followed into each', () => {
    const [place, ...others] = inspect(text, `*.${'a.'.repeat(4_000)}c`)
    expect([place?.start, place?.end, others]).toEqual([0, text.length, []])
  })
})

describe('what a Secret holds', () => {
  it('is masked in both places where a key stands twice', () => {
    const text = 'kind: Secret\nstringData: {a: otter}\nstringData: {b: heron}\n'
    const { secrets } = inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] })
    expect(secrets.map(({ start, end }) => text.slice(start, end))).toEqual(['otter', 'heron'])
  })
})
