import { gzipSync } from 'node:zlib'
import { countSteps } from '@waybill/layer-text/testing/count-steps'
import { patternsOutOfProportion } from '@waybill/layer-text/testing/patterns-out-of-proportion'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectProse } from './inspect-prose.ts'
import { inspectText } from './inspect-text.ts'
import { madeSecret } from './testing/made-secret.ts'

const made = (index: number) => madeSecret('random20', `growth ${index}`).secret

/** Lines that are expensive to scan, either all equal or each with something of its own. */
const CONSTRUCTS: Readonly<Record<string, (index: number) => string>> = {
  quotes: () => `"a" 'b' \`c\` \\"d\\"`,
  'open quotes': () => `"password":"`,
  assignments: (index) => `password=${made(index)} token=`,
  'chains of names': () => 'password=token=secret=key=',
  'sections of INI': (index) => `[s${index}] secret = ${made(index)} # why`,
  arguments: (index) => `--password ${made(index)} --token --set a.password=`,
  braces: () => '{[{[',
  templates: () => '{{ .a | default "x" }} ${A:-b} {{ or .a $.b "x" "y" {{ printf "%s',
  JSON: (index) => `{"password":"${made(index)}"},`,
  base64: (index) => btoa(`password: ${made(index)}`),
  'one letter': () => 'aaaaaaaaaaaaaaaaaaaaaaaa',
  dots: () => 'a.b.c.a.b.c.a.b.c',
  addresses: (index) => `postgres://u:${made(index)}@db/x?token=${made(index)}`,
  'openings of addresses': () => 'a://b:c@://d?token=://{{ a://{{ .b }}:{{{{',
  webhooks: (index) => `https://hook/services/T00/${made(index)}`,
  comments: (index) => `# password: ${made(index)}`,
  'heads of keys': () => '-----BEGIN RSA PRIVATE KEY-----',
  'lines of keys': () => 'MIIEowIBAAKCAQEAyvQ4kKq2A1aB2cD3eF4gH5iJ6kL7mN8o',
  PuTTY: () => 'Private-Lines: 4',
  hashes: () => '$2y$10$ {SSHA} $argon2id$',
  tokens: (index) => `ghp_${made(index)}${made(index)} eyJ.eyJ AKIA`,
  XML: () => '<password x="1"><a name="b">',
  SQL: () => `IDENTIFIED WITH a BY ' PASSWORD (`,
  blocks: () => `[secrets] tokens { variable "password" { default = login("a", <auth-user-pass>`,
  sentences: () => 'the mot de passe of password for the user is : to the key (a): login a / b',
  pipes: () => 'echo abcd | a --b <(echo c /user:a static:b:c //a:bcde@',
  commands: () => 'mysql -u a curl -u b: echo c | docker login',
  lists: () => '- name: password',
  keys: (index) => `key_${index}: {password: a, name: b, value: ${made(index)}}`,
  'lines of manifests': (index) => `kind: Secret\nstringData:\n  a${index}: ${made(index)}\n---`,
  'Secrets in one line': (index) => `{"kind": "Secret", "data": {"a": "${made(index)}"}}`,
  'heads of manifests': () => '- kind: Secret data: { stringData: {',
  patches: (index) => `{op: add, path: /data/a, value: ${btoa(made(index))}}`,
  'escaped names': () => String.raw`"\u0053ecret": "\x61"`,
  'addresses of texts': (index) => `data:;base64,${btoa(`password: ${made(index)}`)} data:,a%3D`,
  'percent signs': (index) => `https%3A%2F%2Fu%3A${made(index)}%40h %3A%2F%2F %`,
  packed: (index) => gzipSync(`password: ${made(index)}\n`.repeat(9)).toString('base64'),
  masks: () => '******** *******',
  references: () => '{{ .spectro.macro.a }} {{ .spectro.',
}

/** Ways to arrange lines in a text. */
const WAYS: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  'as values': (lines) => lines.map((line, index) => `v${index}: ${JSON.stringify(line)}\n`).join(''),
  'as a list': (lines) => `tokens:\n${lines.map((line) => `- '${line.replaceAll("'", "''")}'\n`).join('')}`,
  'as they are': (lines) => lines.map((line) => `${line}\n`).join(''),
  'in a comment': (lines) => `a: password\n${lines.map((line) => `# ${line}\n`).join('')}`,
  'in a block': (lines) => `secrets: |\n${lines.map((line) => `  ${line}\n`).join('')}`,
  'in one line of a block': (lines) => `text: |\n  ${lines.join(' ')}\n`,
  'in blocks of keys': (lines) => {
    const keys = lines.map((line, index) => `token_${index}: ${JSON.stringify(line)}\n`).join('')
    return `token: |\n  secret: |\n    ${keys.replaceAll('\n', '\n    ')}\n`
  },
  'as JSON in a scalar': (lines) => `a: ${JSON.stringify(JSON.stringify(lines.map((line) => ({ token: line }))))}\n`,
}

/** Long enough that lookaheads with a fixed limit cost the same per character in both texts. */
const FEW = 80
const TIMES = 4
const SHORT = 25

const linesOf = (names: readonly string[], count: number) =>
  Array.from({ length: count }, (_, index) => CONSTRUCTS[names[index % names.length] ?? '']?.(index) ?? '')

const write = (names: readonly string[], way: string, count: number) => WAYS[way]?.(linesOf(names, count)) ?? ''

const inspect = (text: string) => {
  const declaredPaths = ['*.password', 'a.b']
  inspectText(text, { kind: 'values', declaredPaths, suspicions: [], defaults: text.slice(0, 500) })
  inspectProse(text)
}

/** How many times more steps a text takes that is four times as long. */
function growth(names: readonly string[], way: string): number {
  const [few, many] = [write(names, way, FEW), write(names, way, TIMES * FEW)]
  // Fills the caches of names and patterns first.
  inspect(few)
  return countSteps(() => inspect(many)) / countSteps(() => inspect(few))
}

describe('the work of a scan', () => {
  const constructs = Object.keys(CONSTRUCTS)
  const ways = Object.keys(WAYS)

  const inOtherWays = constructs.map((name, index) => [name, ways[index % ways.length] ?? ''] as const)
  const inOneLine = constructs.map((name) => [name, 'in one line of a block'] as const)

  it.each([...inOtherWays, ...inOneLine])('grows no faster than a text of %s, %s', (name, way) => {
    expect(growth([name], way)).toBeLessThan(1.4 * TIMES)
  })

  it.each(ways)('grows no faster than a text of several constructs, %s', (way) => {
    const mixtures = fc.uniqueArray(fc.constantFrom(...constructs), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(mixtures, (names) => {
        expect(growth(names, way)).toBeLessThan(1.4 * TIMES)
      }),
      { numRuns: 3, seed: 10 },
    )
  })

  it.each(ways)('backtracks in no pattern out of proportion to the text, %s', (way) => {
    const texts = constructs.map((name) => write([name], way, SHORT))
    expect(patternsOutOfProportion(() => texts.forEach(inspect))).toEqual([])
  })
})
