import { exportedFiles, hostileFiles, packFolders, packTexts, tellWithout } from '@waybill/test-data'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LIMITS } from '../limits.ts'
import { checkYamlText } from './check-yaml-text.ts'

interface Exported {
  spec?: { template?: { packs?: { values?: string; manifests?: { content: string }[] }[] } }
}

function textsOf(bytes: Uint8Array): string[] {
  const parsed: Exported = JSON.parse(new TextDecoder().decode(bytes))
  const packs = parsed.spec?.template?.packs ?? []
  return packs.flatMap(({ values, manifests }) => [values ?? '', ...(manifests ?? []).map(({ content }) => content)])
}

/** Any UTF-16 unit, including lone surrogates. */
const anyUnit = fc.nat(0xffff).map((unit) => String.fromCharCode(unit))

const codes = (text: string): string[] => checkYamlText(text).map((problem) => problem.code)
const limitOf = (text: string): unknown => checkYamlText(text)[0]?.params['name']

describe('checkYamlText', () => {
  it.each([
    ['an empty text', ''],
    ['comments alone', '# one\n# two\n'],
    ['the mask written plain', 'a: ********\nb: [********]\n'],
    ['a Go template as a flow map', 'a: {{.spectro.var.x}}\n'],
    ['several documents', '%YAML 1.2\n---\na: 1\n...\n---\nb: 2\n'],
    ['anchors, aliases and merges', 'a: &a {b: 1}\nc:\n  <<: *a\n  d: *a\n'],
    ['a byte order mark and CRLF', '\uFEFFa: 1\r\nb: 2\r\n'],
  ])('accepts %s', (_, text) => {
    expect(codes(text)).toEqual([])
  })

  it.each([
    ['a broken map', 'a: 1\nb: "x\n', 'syntax'],
    ['a tab as indentation', 'a:\n\tb: 1\n', 'syntax'],
    ['a tag of a language', 'a: !!js/function "x"\n', 'unknown-tag'],
    ['an alias of nothing', 'a: *nothing\n', 'unknown-anchor'],
    ['a node that holds itself', 'a: &a\n  b: *a\n', 'unknown-anchor'],
    ['a NUL', 'a: \0\n', 'syntax'],
  ])('refuses %s', (_, text, reason) => {
    expect(checkYamlText(text)).toMatchObject([{ code: 'YamlInvalid', severity: 'error', params: { reason } }])
  })

  it.each([
    ['the same key twice', 'a: 1\nb: 2\na: 3\n'],
    ['the same key in two spellings', 'a: 1\n"\\x61": 2\n'],
  ])('warns of %s', (_, text) => {
    expect(checkYamlText(text)).toMatchObject([
      { code: 'YamlInvalid', severity: 'warning', params: { reason: 'duplicate-key' } },
    ])
  })

  it('reports line and column, and quotes nothing', () => {
    const [problem] = checkYamlText('a: 1\r\nsecret: topmost\r\na: 2\r\n')
    expect(problem?.position).toEqual({ line: 3, column: 1, offset: 23 })
    expect(JSON.stringify(problem)).not.toContain('topmost')
  })

  it.each([
    ['bytes', 'é'.repeat(LIMITS.textBytes / 2 + 1), 'textBytes'],
    ['flow depth', '['.repeat(65) + ']'.repeat(65), 'depth'],
    ['dashes', '- '.repeat(3_000) + 'x', 'depth'],
    ['question marks', '? '.repeat(3_000) + 'x', 'depth'],
    ['block depth', Array.from({ length: 400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), 'depth'],
    ['aliases', `a: &a 1\nb: [${'*a,'.repeat(101)}]`, 'aliases'],
    ['keys', Array.from({ length: 10_001 }, (_, key) => `k${key}: 1`).join('\n'), 'mapKeys'],
    ['documents', '---\na\n'.repeat(LIMITS.yamlDocuments + 1), 'yamlDocuments'],
    ['nodes', `[${'1,'.repeat(LIMITS.yamlNodes + 1)}]`, 'yamlNodes'],
  ])('refuses too many %s', (_, text, name) => {
    expect(limitOf(text)).toBe(name)
  })

  it('refuses a few aliases that expand enormously', () => {
    const levels = Array.from({ length: 8 }, (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level},`.repeat(9)}]`)
    expect(limitOf(`a0: &a0 [1,2,3,4,5,6,7,8,9]\n${levels.join('\n')}`)).toBe('aliases')
  })

  it('accepts 64 levels of nesting', () => {
    expect(codes('['.repeat(64) + ']'.repeat(64))).toEqual([])
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 200 }), (text) => {
        expect(codes(text)).toBeInstanceOf(Array)
      }),
    )
  })
})

const firstCodeOf = (bytes: Uint8Array) => textsOf(bytes).flatMap(codes)[0]
const hostile = hostileFiles()

describe('a text in a hostile file', () => {
  tellWithout('security/vectors')

  it.each(hostile.filter(({ yamlCode }) => yamlCode === 'YamlLimit'))('is over a limit: $name', ({ bytes }) => {
    expect(firstCodeOf(bytes())).toBe('YamlLimit')
  })

  it.each(hostile.filter(({ yamlCode }) => yamlCode === 'YamlInvalid'))('is invalid: $name', ({ bytes }) => {
    expect(firstCodeOf(bytes())).toBe('YamlInvalid')
  })

  it.each(hostile.filter(({ yamlCode }) => yamlCode === 'fine'))('is fine: $name', ({ bytes }) => {
    expect(firstCodeOf(bytes())).toBeUndefined()
  })
})

describe('a real-life text', () => {
  tellWithout('corpus')

  it.each(packFolders())('is accepted from all packs of $source', (folders) => {
    const wrong = packTexts(folders).filter(({ values }) => codes(values).length > 0)
    expect(wrong.map(({ folder }) => folder)).toEqual([])
  })

  it.each(exportedFiles())('is accepted from $name', ({ bytes }) => {
    expect(textsOf(bytes).flatMap(codes)).toEqual([])
  })
})
