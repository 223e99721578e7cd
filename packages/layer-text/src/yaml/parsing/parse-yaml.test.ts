import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { YAML_LIMITS } from '../../limits.ts'
import { parseYaml } from './parse-yaml.ts'
import { relaxFlow } from './relax-flow.ts'
import { scalarValue } from '../yaml-scalar.ts'
import { resolveAlias, type YamlNode, type YamlTree } from '../yaml-tree.ts'

const parse = (text: string) => parseYaml(text, YAML_LIMITS)

function valueOf(tree: YamlTree, reached: YamlNode): unknown {
  const node = resolveAlias(reached)
  if (node.kind === 'seq') return node.items.map((item) => valueOf(tree, item))
  if (node.kind === 'map')
    return Object.fromEntries([...node.byKey].map(([key, { value }]) => [key, valueOf(tree, value)]))
  return node.kind === 'scalar' ? scalarValue(tree.text, node) : undefined
}

/** The value of a text, or the reasons why it is refused. */
function read(text: string): unknown {
  const parsed = parse(text)
  if ('faults' in parsed) return parsed.faults.map((fault) => (fault.kind === 'invalid' ? fault.reason : fault.name))
  return parsed.tree.documents.map((root) => valueOf(parsed.tree, root))
}

// The values that Go's port of libyaml reads: inside brackets and quotes, neither the indentation of a line nor a tab
// matters; outside of them both do.
const TAKEN_BY_GO: readonly [string, string, unknown][] = [
  [
    'a bracket that closes at the indent of its key',
    'a:\n  args: [\n    "-dev"\n  ]\nb: 1\n',
    { a: { args: ['-dev'] }, b: '1' },
  ],
  ['a bracket that closes left of its key', 'a:\n    b: [\n      1\n  ]\nc: 2\n', { a: { b: ['1'] }, c: '2' }],
  ['brackets in an item that close at its dash', '- a: {\n  b: 1\n}\n- [\n2\n]\n', [{ a: { b: '1' } }, ['2']]],
  ['items of a bracket without indentation', 'a: [\n1,\n2 ]\n', { a: ['1', '2'] }],
  ['a comment before such a bracket', 'a: [\n  1, # one ] and "\n  2 # two\n]\nb: 3\n', { a: ['1', '2'], b: '3' }],
  ['comments and blank lines between such lines', 'a: [\n# one\n\n1\n# two\n\n]\n', { a: ['1'] }],
  ['CRLF before such a bracket', 'a: [\r\n  1\r\n]\r\nb: 2\r\n', { a: ['1'], b: '2' }],
  ['tabs inside brackets', 'a: [\n\t1,\n\t2\n]\n', { a: ['1', '2'] }],
  ['JSON of many lines with tabs', 'a: {\n\t"b":\t[\n\t\t"c",\n\t\t"d\te"\n\t]\n}\n', { a: { b: ['c', 'd\te'] } }],
  [
    'quotes that close at the indent of their key',
    'a: "one\ntwo"\nb: \'three\n\n  four\n\'\n',
    { a: 'one two', b: 'three\nfour ' },
  ],
  ['an escaped break before such a line', 'a: "one\\\ntwo\\"\n"\n', { a: 'onetwo" ' }],
  ['a quoted line that begins with a tab', 'a: "one\n\ttwo"\n', { a: 'one two' }],
  [
    'a plain text of several lines in such brackets',
    'a: [ one\ntwo,\nit\'s "three" ]\n',
    { a: ['one two', 'it\'s "three"'] },
  ],
  ['such brackets after a block text with brackets', 'a: |\n  b: [\n  "c\nd: [\n1]\n', { a: 'b: [\n"c\n', d: ['1'] }],
  [
    'such brackets after a plain text with brackets',
    'a: one\n  [two\n  "three\nd: [\n1]\n',
    { a: 'one [two "three', d: ['1'] },
  ],
  ['such brackets after a comment with brackets', 'a: 1 # [ "\n# { \'\nd: [\n1]\n', { a: '1', d: ['1'] }],
  ['such brackets under an anchor and a tag', 'a: &x !!seq [\n1\n]\nb: *x\n', { a: ['1'], b: ['1'] }],
  ['a local tag of a scalar', 'a: !vault |\n  $ANSIBLE_VAULT\nb: !Ref c\n', { a: '$ANSIBLE_VAULT\n', b: 'c' }],
  ['a local tag of a list', 'a: !reference [b, c]\n', { a: ['b', 'c'] }],
]

const REFUSED_BY_GO: readonly [string, string, string][] = [
  ['a tab as indentation of a block', 'a:\n\tb: 1\n', 'syntax'],
  ['a bracket that never closes', 'a: [\n1,\n2\n', 'syntax'],
  ['a quote that never closes', 'a: "x\nb: 1\n', 'syntax'],
  ['a bracket of the other kind', 'a: [\n1\n}\n', 'syntax'],
  ['a document that begins inside brackets', 'a: [\n1,\n---\n2\n]\n', 'syntax'],
  ['a document that begins inside quotes', 'a: "one\n--- \ntwo"\n', 'syntax'],
  ['a quoted key of two lines', 'a:\n  "b\nc": 1\n', 'syntax'],
  ['a plain text that goes on at the indent of its key', 'a: one\ntwo\nb: [\n1]\n', 'syntax'],
  ['a tag of a language', 'a: !!js/function "x"\n', 'unknown-tag'],
  ['a tag of a language written as a local one', 'a: !ruby/object:Gem x\n', 'unknown-tag'],
  ['a tag of a language written in full', 'a: !<tag:yaml.org,2002:python/name:os.system> x\n', 'unknown-tag'],
]

describe('a text that Go accepts', () => {
  it.each(TAKEN_BY_GO)('has the same value here: %s', (_, text, value) => {
    expect(read(text)).toEqual([value])
  })

  it.each(TAKEN_BY_GO)('keeps the ranges of its scalars: %s', (_, text) => {
    const parsed = parse(text)
    const scalars = 'tree' in parsed ? parsed.tree.scalars : []
    const others = scalars.filter(({ start, end }) => /^[\s,[\]{}:#]|[\s,[\]{}]$/.test(text.slice(start, end)))
    expect(others).toEqual([])
  })
})

describe('a text that Go refuses', () => {
  it.each(REFUSED_BY_GO)('is refused here: %s', (_, text, reason) => {
    expect(read(text)).toEqual([reason])
  })
})

describe('a duplicate key', () => {
  const text = 'image: {tag: a}\nn: 1\nimage: {tag: b}\n'

  it('has its last value', () => {
    expect(read(text)).toEqual([{ image: { tag: 'b' }, n: '1' }])
  })

  it('is reported with its place', () => {
    const parsed = parse(text)
    expect('tree' in parsed && parsed.tree.duplicates).toMatchObject([
      { reason: 'duplicate-key', offset: text.lastIndexOf('image'), path: ['image'] },
    ])
  })
})

describe('a text read leniently', () => {
  const piece = fc.constantFrom(
    'a: ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '\n',
    '\n  ',
    '\t',
    '# ',
    ',',
    '- ',
    '|',
    'x',
    '\\',
    ': ',
    '---\n',
  )
  const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('differs only in spaces', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const relaxed = relaxFlow(text)?.text ?? text
        const changed = relaxed.split('').filter((unit, at) => unit !== text[at])
        expect([relaxed.length, changed.every((unit) => unit === ' ')]).toEqual([text.length, true])
      }),
      { numRuns: 2_000 },
    )
  })

  it('has the value that JSON has, whatever its indentation', () => {
    const text = fc.string({ unit: 'grapheme-ascii' })
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        text,
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
      ),
    })).value
    fc.assert(
      fc.property(value, fc.constantFrom('\t', '  '), (each, indent) => {
        const json = JSON.stringify(each, null, indent)
        fc.pre(!json.includes('__proto__'))
        expect(read(`a:\n    b: ${json}\nc: d\n`)).toEqual([{ a: { b: each }, c: 'd' }])
      }),
      { numRuns: 300 },
    )
  })

  it('is parsed only once if it is well formed', () => {
    const texts = ['a: [1]\n', 'a:\n  - "b\n    c"\n', 'a: |\n  [\n  b\nc: {d: e}\n']
    expect(texts.map(relaxFlow)).toEqual([undefined, undefined, undefined])
  })
})
