import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPackValues } from './check-pack-values.ts'
import { createRuleBook } from './schema/schema-rules.ts'
import { soundTree } from '@waybill/layer-text/testing/sound-tree'
import { patternsOutOfProportion } from '@waybill/layer-text/testing/patterns-out-of-proportion'

const FIXTURES = join(import.meta.dirname, '../fixtures/pack-values')

function check(text: string, schema: string, defaults = '') {
  return checkPackValues(soundTree(text), createRuleBook().rulesOf({ schema, defaults }))
}

/** One line per problem, as a folder's expected.json lists them. */
function brief({ code, valuePath, position, params }: ReturnType<typeof check>[number]): string {
  const { place: _place, ...rest } = params
  const details = Object.entries(rest).map(([key, value]) => `${key} ${String(value)}`)
  return [`line ${position?.line ?? 0}`, code, valuePath, ...details].join(' · ')
}

describe('checking values against the schema of their pack', () => {
  it.each(readdirSync(FIXTURES))('%s has the problems that are expected', (name) => {
    const read = (file: string): string => readFileSync(join(FIXTURES, name, file), 'utf8')
    const defaults = existsSync(join(FIXTURES, name, 'defaults.yaml')) ? read('defaults.yaml') : ''
    const problems = check(read('input.yaml'), read('schema.yaml'), defaults)
    expect(problems.map(brief)).toEqual(JSON.parse(read('expected.json')))
  })

  it('never quotes a value', () => {
    const schema = `a: {schema: '{{ format "\${number}" }}'}\nb: {schema: '{{ readonly }}'}\n`
    expect(JSON.stringify(check('a: hunter2\nb: hunter2\n', schema, 'b: other\n'))).not.toContain('hunter2')
  })

  it('checks the last value of a duplicate key, which is the one that counts', () => {
    const schema = `a: {schema: '{{ format "\${number}" | required }}'}\n`
    const codes = (text: string) => check(text, schema).map(({ code, position }) => [code, position?.line])
    expect(codes('a: x\na: 1\n')).toEqual([])
    expect(codes('a: 1\na: x\n')).toEqual([['PackValueInvalid', 2]])
    expect(codes('a: 1\na: ""\n')).toEqual([['PackValueMissing', 2]])
  })

  it('compares a readonly value with the last of a duplicate key in the defaults', () => {
    const schema = `a: {schema: '{{ readonly }}'}\n`
    expect(check('a: 2\n', schema, 'a: 1\na: 2\n')).toEqual([])
    expect(check('a: 1\n', schema, 'a: 1\na: 2\n').map(({ code }) => code)).toEqual(['PackValueReadonly'])
  })

  it('stops at a hundred problems of one text', () => {
    const values = `a: [${'x, '.repeat(5_000)}]\n`
    expect(check(values, `a: {schema: '{{ format "\${number}" }}'}\n`)).toHaveLength(100)
  })

  it('gives up on more paths than it may follow', () => {
    const values = `a: [${'{b: {c: x}}, '.repeat(2_000)}]\n`
    const schema = Array.from({ length: 200 }, (_, i) => `a.$[].b.k${i}: {schema: '{{ format "\${number}" }}'}\n`)
    const last = `a.$[].b.c: {schema: '{{ format "\${number}" }}'}\n`
    expect(check(values, last)).toHaveLength(100)
    expect(check(values, schema.join('') + last)).toEqual([])
  })

  it.each(['x${number:', 'x${number', 'x${string:/a', 'x${list:['])(
    'goes back in proportion to a format that begins %s',
    (start) => {
      const formats = [' ', '/', ']', '\\\\'].map((unit) => start + unit.repeat(1_000 / unit.length))
      const schema = formats.map((format, at) => `k${at}: {schema: '{{ format "${format}" }}'}\n`).join('')
      expect(patternsOutOfProportion(() => check('k0: 1\n', schema))).toEqual([])
    },
  )
})
