import { describe, expect, it } from 'vitest'
import { patternsOutOfProportion } from '@waybill/layer-text/testing/patterns-out-of-proportion'
import { inspectText } from '../inspect-text.ts'

const secretsIn = (text: string) =>
  inspectText(text, { kind: 'values', declaredPaths: [], suspicions: [] }).secrets.map(({ start, end }) =>
    text.slice(start, end),
  )

describe('credentials in the text of a scalar', () => {
  it.each([
    ['--password=hunter2a --user=root', ['hunter2a']],
    ['-Ddb.password=hunter2a', ['hunter2a']],
    ['a=b=c token=hunter2a;x', ['hunter2a']],
    ['{"apiKey": "hunter2a"}', ['hunter2a']],
  ])('are found in %s', (text, secrets) => {
    expect(secretsIn(`args: '${text}'\n`)).toEqual(secrets)
  })

  it.each([
    ['password: hunter2a', ['hunter2a']],
    ['- password = "hunter2a" ; # why', ['hunter2a']],
    ['token=hunter2a ,', ['hunter2a']],
    ['password: hunter2a and more', ['hunter2a and more']],
  ])('are found on the line %s of a block scalar', (line, secrets) => {
    expect(secretsIn(`file: |\n  # head\n  ${line}\n`)).toEqual(secrets)
  })

  const LENGTH = 4_000
  it.each([
    ['one letter', 'a'],
    ['dots', 'a.'],
    ['equals signs', 'a='],
    ['blanks', ' '],
    ['quotes', '"a" '],
    ['openings of JSON', '"a":"'],
    ['commas', 'a,'],
    ['hashes', 'a #'],
  ])('take time in proportion to a text of %s', (_, unit) => {
    const long = unit.repeat(LENGTH / unit.length)
    const texts = [`x: 'password=a ${long}'\n`, `x: |\n  password: a${long}x\n  ${long}\n`]
    expect(patternsOutOfProportion(() => texts.map(secretsIn))).toEqual([])
  })

  it.each([
    ['blanks behind the word of a command', `x: '--password ${' '.repeat(LENGTH)}'\n`],
    ['dashes behind the start of a token', `x: 'ghp_${'-'.repeat(LENGTH)}x'\n`],
    ['amounts that end as none', `password: '${'1m'.repeat(18)}!'\n`],
  ])('take time in proportion to %s', (_, text) => {
    expect(patternsOutOfProportion(() => secretsIn(text))).toEqual([])
  })
})
