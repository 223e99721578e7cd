import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createProblemLog } from '../problems/problem-log.ts'
import { problemMessage } from '../problems/problem-message.ts'
import { readDocument } from './read-document.ts'
import { scanJson } from './json/scan-json.ts'
import { serializeDocument } from '../write/serialize-document.ts'
import { arbitraryDocument } from '../testing/arbitrary-document.ts'
import { plainValue } from './tree-value.ts'

const encode = (text: string) => new TextEncoder().encode(text)

function scan(text: string): { value: unknown; problems: number } {
  const log = createProblemLog()
  const root = scanJson(text, { log, looksLike: 'unknown' })
  return { value: root === null ? undefined : plainValue(root), problems: log.finish(text).length }
}

describe('reading what was written', () => {
  it.each([
    { format: 'json', pretty: false },
    { format: 'json', pretty: true },
    { format: 'yaml', pretty: false },
  ] as const)('gives the same document: $format, pretty $pretty', (options) => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const result = readDocument(encode(serializeDocument(document, options)), { format: options.format })
        expect(result.problems).toEqual([])
        expect(result.document).toEqual(document)
      }),
      { numRuns: 200 },
    )
  })
})

describe('reading anything', () => {
  const damage = fc.record({ at: fc.nat(), bytes: fc.uint8Array({ maxLength: 6 }), drop: fc.nat(20) })

  it.each(['json', 'yaml', 'auto'] as const)('never throws on a damaged file read as %s', (format) => {
    fc.assert(
      fc.property(arbitraryDocument, damage, (document, { at, bytes, drop }) => {
        const kind = format === 'yaml' ? 'yaml' : 'json'
        const file = encode(serializeDocument(document, { format: kind, pretty: true }))
        const cut = at % file.length
        const damaged = new Uint8Array([...file.subarray(0, cut), ...bytes, ...file.subarray(cut + drop)])
        const { problems } = readDocument(damaged, { format })
        expect(problems.map(problemMessage).every((message) => message.endsWith('.'))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('never throws on random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => readDocument(bytes, { format: 'auto' })).not.toThrow()
      }),
    )
  })
})

describe('the JSON scanner', () => {
  it('agrees with the engine on every valid text', () => {
    const value = fc.jsonValue({ maxDepth: 5 }).filter((each) => !JSON.stringify(each).includes('__proto__'))
    fc.assert(
      fc.property(value, fc.constantFrom(0, 2), (each, indent) => {
        const text = JSON.stringify(each, null, indent)
        expect(scan(text).value).toEqual(JSON.parse(text))
      }),
    )
  })

  it('refuses what the engine refuses', () => {
    const part = fc.constantFrom(
      ...Array.from('{}[],:"\\0123456789eE+-.tfn \n\t/u'),
      'true',
      'null',
      '"a"',
      '\u0000',
      '\\u12',
      '1e5',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('')
        let isValid = true
        try {
          JSON.parse(text)
        } catch {
          isValid = false
        }
        expect(scan(text).value !== undefined).toBe(isValid)
      }),
      { numRuns: 2_000 },
    )
  })
})
