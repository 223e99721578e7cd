import { describe, expect, it } from 'vitest'
import { documentOf, packNamed } from '../plan/plan-facts.fixture.ts'
import { locateInFile } from './locate-in-file.ts'
import { serializeDocument } from '../write/serialize-document.ts'

const values = 'pack:\n  "q": \\ <tab>\t\n  größe: 🎉\n  replicas: many\n'
const document = documentOf([packNamed('first'), packNamed('second', { values })])
const path = 'spec.template.packs[1].values'

const lineAt = (file: string, offset: number | undefined) => file.slice(offset).split(/\n|\\n/)[0]

describe('locateInFile', () => {
  it.each([
    ['json', false],
    ['json', true],
    ['yaml', false],
  ] as const)('finds a place of a text in a file written as %s, pretty %s', (format, pretty) => {
    const file = serializeDocument(document, { format, pretty })
    const offset = values.indexOf('many')
    expect(lineAt(file, locateInFile(file, format, { path, offset }))).toBe('many')
  })

  it.each([
    [
      'a block',
      `spec:\n  template:\n    packs:\n      - values: |\n          a: 1\n          b:\n            c: many\n`,
    ],
    ['quotes', `spec:\n  template:\n    packs:\n      - values: "a: 1\\nb:\\n  c: many"\n`],
    ['a plain scalar', 'spec: {template: {packs: [{values: many}]}}\n'],
  ])('finds a place in %s of hand-written YAML', (_what, file) => {
    const decoded = file.includes('a: 1') ? 'a: 1\nb:\n  c: many\n' : 'many'
    const place = { path: 'spec.template.packs[0].values', offset: decoded.indexOf('many') }
    expect(file.slice(locateInFile(file, 'yaml', place))).toMatch(/^many/)
  })

  it('accounts for a byte order mark', () => {
    const file = '\uFEFF{"spec":{"version":"1"}}'
    expect(locateInFile(file, 'json', { path: 'spec.version' })).toBe(file.indexOf('"1"'))
  })

  it('follows the path as far as the file has it', () => {
    const file = '{"spec":{"version":"1"}}'
    expect(locateInFile(file, 'json', { path: 'spec.template.packs[0]', offset: 9 })).toBe(8)
  })

  it('finds nothing in a file that cannot be parsed', () => {
    expect(locateInFile('{', 'json', { path: 'spec' })).toBeUndefined()
  })
})
