import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures', 'documents')

/**
 * Each folder holds `input.json` or `input.yaml` and, for invalid cases, `expected.json`. To add a case, add a folder.
 */
function casesOf(kind: 'valid' | 'invalid') {
  return readdirSync(join(FIXTURES, kind)).map((name) => {
    const folder = join(FIXTURES, kind, name)
    const file = readdirSync(folder).find((each) => each.startsWith('input.')) ?? ''
    const format: 'json' | 'yaml' = file.endsWith('.yaml') ? 'yaml' : 'json'
    return { name, format, folder, input: readFileSync(join(folder, file)) }
  })
}

describe('a valid document', () => {
  it.each(casesOf('valid'))('is read without a problem: $name', ({ input, format }) => {
    const result = readDocument(input, { format })
    expect(result.problems).toEqual([])
    expect(result.document).not.toBeNull()
  })

  it.each(casesOf('valid'))('is recognised by its content: $name', ({ input, format }) => {
    const result = readDocument(input, { format: 'auto' })
    expect(result).toMatchObject({ format, looksLike: 'cluster-profile' })
  })
})

describe('an invalid document', () => {
  it.each(casesOf('invalid'))('has all its problems listed in order: $name', ({ input, format, folder }) => {
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
    const found = readDocument(input, { format }).problems.map(({ code, path, position }) => ({
      code,
      path,
      ...(position ? { line: position.line, column: position.column } : {}),
    }))
    expect(found).toEqual(expected)
  })
})

describe('what several aliases of a YAML file stand for', () => {
  it('is one value, since in a small file they may stand for millions', () => {
    const text =
      'metadata: {name: web}\nspec: {template: {type: add-on, packs: []}}\ndecisions: [&one {}, [*one], [*one]]\n'
    const { decisions } = readDocument(new TextEncoder().encode(text), { format: 'yaml' })
    const [one, other, third] = decisions as [object, [object], [object]]
    expect([other[0] === one, third[0] === one]).toEqual([true, true])
  })
})
