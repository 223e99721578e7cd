import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { resolveReferences, type ReferenceContext } from './resolve-references.ts'

const NOTHING: ReferenceContext = { macros: [], system: new Map(), variables: [], layers: [] }
const resolve = (text: string, context: Partial<ReferenceContext> = {}) =>
  resolveReferences([text], { ...NOTHING, ...context })[0]
const macro = (name: string, value: string, scope: 'project' | 'tenant' | 'system' = 'tenant') => ({
  name,
  value,
  scope,
})
const variable = (
  name: string,
  defaultValue: string,
  options: ReferenceContext['variables'][number]['options'] = [],
) => ({
  name,
  defaultValue,
  options,
})
const option = (value: string, label: string) => ({ value, label, description: '', default: false })

describe('macros', () => {
  it('are taken from the project before the tenant before the system', () => {
    const macros = [
      macro('region', 'system', 'system'),
      macro('region', 'tenant'),
      macro('region', 'project', 'project'),
    ]
    expect(resolve('a: "{{.spectro.macro.region}}" # kept', { macros })).toBe('a: "project" # kept')
    expect(resolve('{{ .spectro.macro.region }}', { macros: macros.slice(0, 2) })).toBe('tenant')
  })

  it('may refer to others', () => {
    const macros = [macro('url', 'https://{{.spectro.macro.host}}/'), macro('host', 'one.test')]
    expect(resolve('{{.spectro.macro.url}}', { macros })).toBe('https://one.test/')
  })

  it('stay as they are when undefined', () => {
    expect(resolve('a: {{ .spectro.macro.none }}')).toBe('a: {{ .spectro.macro.none }}')
  })

  it('in a cycle are expanded once and then left', () => {
    const macros = [macro('a', 'x{{.spectro.macro.b}}'), macro('b', 'y{{.spectro.macro.a}}')]
    expect(resolve('{{.spectro.macro.a}}', { macros })).toBe('xy{{.spectro.macro.a}}')
  })

  it('that would grow without limit stay as they are', () => {
    const fold = (depth: number) => macro(`m${depth}`, `{{.spectro.macro.m${depth + 1}}}`.repeat(100))
    const macros = [...Array.from({ length: 8 }, (_, depth) => fold(depth)), macro('m8', 'x'.repeat(100))]
    const resolved = resolve('{{.spectro.macro.m0}}', { macros })
    expect(resolved?.length).toBeLessThanOrEqual(1024 * 1024)
  })

  it('in many places do not exhaust memory', () => {
    const macros = [macro('long', 'x'.repeat(500_000))]
    const resolved = resolve('{{.spectro.macro.long}}'.repeat(1_000), { macros })
    expect(resolved?.length).toBeLessThan(17 * 1024 * 1024)
    expect(resolved?.endsWith('{{.spectro.macro.long}}')).toBe(true)
  })
})

describe('variables', () => {
  it('are replaced by their default value', () => {
    expect(resolve('n: "{{.spectro.var.size}}"', { variables: [variable('size', '3')] })).toBe('n: "3"')
  })

  it('with options are replaced by the value of the option that the default names', () => {
    const variables = [variable('size', 'Small', [option('s', 'Small'), option('l', 'Large')])]
    expect(resolve('{{.spectro.var.size}}', { variables })).toBe('s')
  })

  it.each(['{{.spectro.var.empty}}', '{{.spectro.var.none}}', '{{.spectro.var.size | upper}}'])(
    'stay as they are where a deployment has to say: %s',
    (text) => {
      expect(resolve(text, { variables: [variable('empty', ''), variable('size', 'a')] })).toBe(text)
    },
  )
})

describe('a system reference', () => {
  it('is resolved where known here, and otherwise left for a cluster even with a default', () => {
    const system = new Map([['project.uid', 'p1']])
    const text = '{{.spectro.system.project.uid}}-{{.spectro.system.cluster.name | default "x"}}'
    expect(resolve(text, { system })).toBe('p1-{{.spectro.system.cluster.name | default "x"}}')
  })
})

describe('values of packs', () => {
  const layers = [
    {
      name: 'edge-byoi',
      values: 'options:\n  system.uri: "registry/one:{{.spectro.macro.v}}"\n  list: [1]\n  none:\n',
    },
    { name: 'blue--web', values: 'a: 1\n' },
  ]

  it('are found by the longest matching keys, even with dots in them', () => {
    const macros = [macro('v', '2')]
    expect(resolve('{{ .spectro.pack.edge-byoi.options.system.uri }}', { layers, macros })).toBe('registry/one:2')
  })

  it('are found by the pack name of a layer with a name of its own', () => {
    expect(resolve('{{.spectro.pack.web.a}}{{.spectro.pack.blue--web.a}}', { layers })).toBe('11')
  })

  it.each([
    ['{{.spectro.pack.edge-byoi.options.none}}', ''],
    ['{{.spectro.pack.edge-byoi.nowhere}}', ''],
    [String.raw`{{.spectro.pack.edge-byoi.nowhere | default \"7\"}}`, '7'],
    ['{{.spectro.pack.edge-byoi.options.list}}', '{{.spectro.pack.edge-byoi.options.list}}'],
    ['{{.spectro.pack.elsewhere.a}}', '{{.spectro.pack.elsewhere.a}}'],
  ])('turn %s into %j', (text, expected) => {
    expect(resolve(text, { layers })).toBe(expected)
  })
})

describe('pipelines', () => {
  const macros = [macro('v', ' Ab-1.33.6 '), macro('k', '1.33.6'), macro('empty', '')]
  it.each([
    ['{{.spectro.macro.none | default "x y"}}', 'x y'],
    ['{{.spectro.macro.empty | default 5}}', '5'],
    ['{{.spectro.macro.k | default "x"}}', '1.33.6'],
    ['{{ .spectro.macro.k | substr 0 4 }}', '1.33'],
    ['{{ .spectro.macro.k | substr 2 -1 | quote }}', '"33.6"'],
    ['{{ .spectro.macro.v | trim | upper }}', 'AB-1.33.6'],
    ['{{ .spectro.macro.v | trim | lower }}', 'ab-1.33.6'],
  ])('turn %s into %j', (text, expected) => {
    expect(resolve(text, { macros })).toBe(expected)
  })

  it.each([
    '{{.spectro.macro.k | sha256sum}}',
    '{{.spectro.macro.k | default .x}}',
    '{{.spectro.macro.k | substr 9 12}}',
    '{{.spectro.macro.k | substr 1}}',
    '{{.spectro.macro.k | constructor}}',
  ])('with an unknown function or argument stay as they are: %s', (text) => {
    expect(resolve(text, { macros })).toBe(text)
  })

  it('do not re-read trailing spaces for every argument', () => {
    const trim = vi.spyOn(String.prototype, 'trim')
    const readBy = (count: number) => {
      trim.mockClear()
      resolve(`{{ .spectro.macro.k | default${' 1'.repeat(count)}${' '.repeat(count)}| upper }}`, { macros })
      return trim.mock.contexts.map((text) => String(text).length).reduce((sum, length) => sum + length)
    }
    expect(readBy(1_000)).toBeLessThan(3 * readBy(500))
    trim.mockRestore()
  })

  it('trim spaces where the braces say so', () => {
    expect(resolve('a  {{- .spectro.macro.k -}}\n b', { macros })).toBe('a1.33.6b')
  })
})

describe('a text', () => {
  it('changes only where it has references', () => {
    const macros = [macro('m', 'value')]
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }).filter((text) => !/[{}]/.test(text))), (pieces) => {
        expect(resolve(pieces.join('{{.spectro.macro.m}}'), { macros })).toBe(pieces.join('value'))
      }),
    )
  })
})
