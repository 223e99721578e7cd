import { describe, expect, it } from 'vitest'
import { findReferences, isReferenceOnly } from './references.ts'

describe('findReferences', () => {
  it('finds every kind, spaced, tight and trimmed', () => {
    const text = '{{.spectro.macro.a}} {{ .spectro.system.b.c }} {{- .spectro.pack.d-e.f -}} {{ .spectro.var.G_1 }}'
    expect(findReferences(text).map(({ kind, name }) => `${kind}:${name}`)).toEqual([
      'macro:a',
      'system:b.c',
      'pack:d-e.f',
      'var:G_1',
    ])
  })

  it('gives the range and the pipeline as written', () => {
    const text = 'v: {{ .spectro.system.kubernetes.version | substr 0 4 | default \\"1.2\\" }}x'
    const [found] = findReferences(text)
    expect(found?.pipeline).toBe('| substr 0 4 | default \\"1.2\\"')
    expect(text.slice(found?.start, found?.end)).toBe(text.slice(3, -1))
  })

  it.each([
    '{{ .Values.spectro.x }}',
    '{{ .spectro.app.x }}',
    '{{ .spectro.var.x',
    '{{ .spectro.var.x || y }}',
    '{{ .spectro.var.x y }}',
  ])('leaves %s alone', (text) => {
    expect(findReferences(text)).toEqual([])
  })

  it('does not search inside a reference, nor miss one after an opening brace', () => {
    const found = findReferences('{{{{ .spectro.var.a }}}} {{ {{.spectro.var.b}}')
    expect(found.map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('isReferenceOnly', () => {
  it('distinguishes a reference from a text that contains one', () => {
    expect([' {{.spectro.var.a}} ', '{{.spectro.var.a}}-x', '{{ .Values.a }}'].map(isReferenceOnly)).toEqual([
      true,
      false,
      false,
    ])
  })
})
