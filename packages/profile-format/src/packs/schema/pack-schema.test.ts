import { packFolders, packTexts, tellWithout } from '@waybill/test-data'
import { describe, expect, it } from 'vitest'
import { parsePackSchema, secretPaths } from './pack-schema.ts'

function entryOf(expression: string): unknown {
  return parsePackSchema(`a.b:\n  schema: '${expression}'\n`)[0]
}

describe('parsePackSchema', () => {
  it('reads keywords, format and hints in any order', () => {
    expect(entryOf('{{ hints "one" "two | three" | required | readonly | format "${password}" }}')).toEqual({
      path: 'a.b',
      format: '${password}',
      type: 'password',
      isPassword: true,
      required: true,
      readonly: true,
      hints: ['one', 'two | three'],
      listOptions: [],
    })
  })

  it.each([
    ['${number:[1-10]}', { type: 'number', range: { min: 1, max: 10 } }],
    ['${list:[A, B]}', { type: 'list', listOptions: ['A', 'B'] }],
    ['${string:/^a{2}$/}', { type: 'string', regex: '^a{2}$' }],
    ['${string}/${string}:${version}', { type: 'string', isPassword: false }],
    ['user:${password}@host', { type: 'string', isPassword: true }],
  ])('reads the format %s', (format, expected) => {
    expect(entryOf(`{{ format "${format}" }}`)).toMatchObject({ format, ...expected })
  })

  it.each(['', '# a.b:\n#   schema: x\n', 'a: [', 'a: 1\n', '[1, 2]'])('finds nothing in %j', (text) => {
    expect(parsePackSchema(text)).toEqual([])
  })

  it('names the paths of secrets', () => {
    const schema = `users.[*].password: {schema: '{{ format "\${password}" }}'}\nname: {schema: '{{ format "\${string}" }}'}\n`
    expect(secretPaths(parsePackSchema(schema))).toEqual(['users.[*].password'])
  })

  tellWithout('corpus/packs')

  it.each(packFolders())(
    'reads every entry of the schemas of $source, and the format of each that has one',
    (folders) => {
      const texts = packTexts(folders).map(({ schema }) => schema)
      const entries = texts.flatMap((text) => parsePackSchema(text))
      const lines = (pattern: RegExp): number => texts.flatMap((text) => text.match(pattern) ?? []).length
      expect(entries.length).toBeGreaterThan(0)
      expect(entries.length).toBe(lines(/^ +schema: /gm))
      expect(entries.filter(({ format }) => format !== '').length).toBe(lines(/^ +schema: .*format "/gm))
      expect(entries.filter(({ isPassword }) => isPassword).length).toBe(lines(/^ +schema: .*\$\{password\}/gm))
    },
  )
})
