import { describe, expect, it } from 'vitest'
import type { ProfileDocument } from '../document/document.ts'
import { serializeDocument } from './serialize-document.ts'

const document: ProfileDocument = {
  name: 'site',
  description: 'a < b & c > d\u2028',
  labels: new Map([
    ['b', 'spectro__tag'],
    ['10', 'ten'],
    ['9', 'nine'],
  ]),
  version: '1.0.0',
  type: 'add-on',
  cloudType: 'all',
  packs: [
    {
      name: 'conf',
      type: 'manifest',
      layer: 'addon',
      version: '1.0.0',
      manifests: [{ name: 'm', content: 'a: ü\r\nb: |\n  x\n' }],
      registry: { uid: '', name: '', kind: '', isPrivate: false },
    },
  ],
  variables: [],
}

describe('JSON', () => {
  it('is written as Go writes it: one line, its key order, its escapes, sorted labels, no absent fields', () => {
    expect(serializeDocument(document, { format: 'json', pretty: false })).toBe(
      String.raw`{"metadata":{"name":"site","description":"a \u003c b \u0026 c \u003e d\u2028",` +
        String.raw`"labels":{"10":"ten","9":"nine","b":"spectro__tag"}},` +
        String.raw`"spec":{"version":"1.0.0","template":{"type":"add-on","cloudType":"all","packs":[` +
        String.raw`{"name":"conf","type":"manifest","layer":"addon","version":"1.0.0",` +
        String.raw`"registry":{"metadata":{"uid":"","name":"","kind":"","isPrivate":false}},` +
        String.raw`"manifests":[{"name":"m","content":"a: ü\r\nb: |\n  x\n"}]}]},"variables":[]}}`,
    )
  })

  it('is indented and ends with a newline when asked to be pretty', () => {
    const text = serializeDocument({ ...document, packs: [] }, { format: 'json', pretty: true })
    expect(text.split('\n').slice(0, 3)).toEqual(['{', '  "metadata": {', '    "name": "site",'])
    expect(text.endsWith('\n}\n')).toBe(true)
  })
})

describe('YAML', () => {
  it('writes multi-line texts as block scalars', () => {
    const values = '# kept\npack:\n  drain: true\n'
    const packs = document.packs.map((pack) => ({ ...pack, values, manifests: [] }))
    const text = serializeDocument({ ...document, packs }, { format: 'yaml', pretty: false })
    expect(text).toContain('values: |\n          # kept\n          pack:\n            drain: true\n')
  })

  it('quotes what a block scalar would change', () => {
    expect(serializeDocument(document, { format: 'yaml', pretty: false })).toContain(
      String.raw`content: "a: ü\r\nb: |\n  x\n"`,
    )
  })
})
