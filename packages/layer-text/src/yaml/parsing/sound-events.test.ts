import fc from 'fast-check'
import { expect, it } from 'vitest'
import { YAML_LIMITS, type YamlLimits } from '../../limits.ts'
import { findYamlFaults, parseYaml } from './parse-yaml.ts'

const NARROW: YamlLimits = { ...YAML_LIMITS, mapKeys: 3, yamlDocuments: 1, yamlNodes: 40, depth: 4 }

/** The faults found by building the nodes of a text. */
function faultsOfTree(text: string, limits: YamlLimits) {
  const parsed = parseYaml(text, limits)
  return 'tree' in parsed
    ? { faults: [], duplicates: parsed.tree.duplicates }
    : { faults: parsed.faults, duplicates: [] }
}

const KEYS = ['a', 'b', '"a"', "'b'", '? a', '<<', '~', '[x]']
const VALUES = [
  '1',
  '"x"',
  '',
  '|\n    text',
  '{a: 1, b: 2}',
  '{a: 1, a: 2}',
  '[1, [2]]',
  '&n 1',
  '*n',
  '!!str 1',
  '!own x',
  '********',
]
const line = fc
  .tuple(fc.constantFrom('', '  ', '    ', '- '), fc.constantFrom(...KEYS), fc.constantFrom(...VALUES))
  .map(([indent, key, value]) => `${indent}${key}: ${value}`)
const yamlText = fc
  .array(fc.oneof({ weight: 9, arbitrary: line }, fc.constantFrom('---', '...', '# note', '- x')), { maxLength: 8 })
  .map((lines) => `${lines.join('\n')}\n`)

it('finds the same faults whether the nodes are built or not', () => {
  fc.assert(
    fc.property(yamlText, fc.constantFrom(YAML_LIMITS, NARROW), (text, limits) => {
      expect(findYamlFaults(text, limits)).toEqual(faultsOfTree(text, limits))
    }),
    { numRuns: 3_000 },
  )
})

it.each([
  ['as many keys as a map may have', 'a: 1\nb: 2\nc: 3\n', []],
  ['one key too many', 'a: 1\nb: 2\nc: 3\nd: 4\n', ['mapKeys']],
  ['one document too many', 'a: 1\n---\nb: 2\n', ['yamlDocuments']],
])('applies the limits: %s', (_, text, names) => {
  const { faults } = findYamlFaults(text, NARROW)
  expect(faults.map((fault) => fault.kind === 'limit' && fault.name)).toEqual(names)
})
