import { fillText } from '@waybill/layer-text'
import fc from 'fast-check'
import { loadAll } from 'js-yaml'
import { describe, expect, it } from 'vitest'
import { maskText } from './mask-text.ts'
import { inspectText } from './inspect-text.ts'
import type { TextInspection } from './text-inspection.ts'

const PATHS = ['a.pw', 'list.[*].pw', 'text.inner.pw']
const inspect = (text: string): TextInspection =>
  inspectText(text, { kind: 'values', declaredPaths: PATHS, suspicions: [] })
const mask = (text: string): string => maskText(text, inspect(text).secrets)

/** Distinctive enough not to occur elsewhere in a text by chance. */
const secrets = fc.stringMatching(/^Zq[0-9][A-Za-z0-9]{6,24}$/)

/** One secret in every style, with the text that must stay around it. */
const STYLES: Record<string, (secret: string) => [before: string, after: string]> = {
  plain: () => ['a:\n  pw: ', '  # note\n  b: 1\n'],
  single: () => ['a:\n  pw: ', '\n  b: 1\n'],
  double: () => ['a: # x\n  pw: ', '\n  b: "q"\n'],
  literal: () => ['a:\n  pw: ', '\n  b: 1\n'],
  folded: () => ['a:\n  pw: ', '\n# tail\n'],
  flow: () => ['a: { x: 1, pw: ', ', y: [2] } # end\n'],
  anchored: () => ['a:\n  pw: &p ', '\nb: *p\n'],
  aliased: () => ['z: &p ', '\na:\n  pw: *p\n'],
  merged: () => ['z: &d\n  pw: ', '\n  k: 1\na:\n  <<: *d\n  h: 2\n'],
  item: () => ['list:\n- n: 1\n  pw: ', '\n- n: 2\n'],
  second: () => ['x: 1\n---\na:\n  pw: ', '\n...\n'],
  tagged: () => ['a:\n  pw: !!str ', '\r\n  b: 1\r\n'],
  explicit: () => ['a:\n  ? pw\n  : ', '\n  ? b\n  : 1\n'],
}

const WRITTEN: Record<string, (secret: string) => string> = {
  single: (secret) => `'${secret}'`,
  double: (secret) => `"\\x41${secret}\\n"`,
  literal: (secret) => `|-\n    ${secret}\n    more`,
  folded: (secret) => `> # why\n    ${secret}\n    more`,
}

const cases = fc.record({ style: fc.constantFrom(...Object.keys(STYLES)), secret: secrets })

function write(style: string, secret: string): { before: string; raw: string; after: string } {
  const [before, after] = STYLES[style]?.(secret) ?? ['', '']
  return { before, raw: WRITTEN[style]?.(secret) ?? secret, after }
}

describe('masking a declared secret', () => {
  it('removes the secret and keeps every other byte, in every style', () => {
    fc.assert(
      fc.property(cases, ({ style, secret }) => {
        const { before, raw, after } = write(style, secret)
        expect(mask(before + raw + after)).toBe(`${before}"********"${after}`)
      }),
    )
  })

  it('leaves no copy in comments, arguments, escapes and base64', () => {
    fc.assert(
      fc.property(cases, ({ style, secret }) => {
        const { before, after } = write(style, secret)
        const escaped = Array.from(secret, (unit) => `\\x${unit.charCodeAt(0).toString(16)}`).join('')
        const copies = `# was ${secret}\nm:\n- --login=${secret}\n- "${escaped}"\n- [x-${btoa(secret)}]\n- |\n  k ${secret} l\n`
        const masked = mask(
          style === 'second'
            ? `${copies}---\n${before}${secret}${after}`
            : `${before}${secret}\n${after.replace(/^[^\n]*\n/, '')}`,
        )
        expect(masked.includes(secret) || masked.includes(btoa(secret)) || masked.includes(escaped)).toBe(false)
        loadAll(masked)
      }),
    )
  })

  it('gives the same data when filled with the same value', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('plain', 'single', 'double', 'flow', 'anchored', 'item'),
        secrets,
        (style, secret) => {
          const { before, raw, after } = write(style, secret)
          const text = before + raw + after
          const masked = mask(text)
          const value = style === 'double' ? `A${secret}\n` : secret
          const filled = fillText(
            masked,
            inspect(masked).masked.map((place) => ({ ...place, value })),
          )
          expect(loadAll(filled)).toEqual(loadAll(text))
        },
      ),
    )
  })
})

/** Any UTF-16 unit except surrogates, which YAML does not allow alone. */
const anyUnit = fc
  .nat(0xffff)
  .filter((unit) => unit < 0xd800 || unit > 0xdfff)
  .map((unit) => String.fromCharCode(unit))

const values = fc.oneof(
  fc.string({ unit: anyUnit, maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\n',
    'a: b',
    '# x',
    '"',
    "'",
    '\\',
    '- a',
    '{{',
    '*a',
    '&a',
    '!t',
    '|',
    'true',
    '12',
    '\t',
    '---',
    'a\n---\nb: c',
    '\u2028',
    '\u0085',
    '********',
  ),
)

describe('filling', () => {
  it.each([
    ['a plain mask', 'k: 1\npw: ********\nz: [2]\n'],
    ['a quoted mask', 'k: 1\npw: "********" # c\nz: [2]\n'],
    ['a mask in a flow map', 'k: 1\npw: ********\nm: {pw: ********, z: 1}\n'],
    ['a part of a plain scalar', 'k: 1\npw: --p=********\nz: [2]\n'],
    ['a part of a single-quoted scalar', "k: 1\npw: 'it''s ******** x'\nz: [2]\n"],
    ['a part of a double-quoted scalar', 'k: 1\npw: "a\\t********b"\nz: [2]\n'],
    ['parts of a block', 'k: 1\npw: |\n  a=********\n   b ********\nz: [2]\n'],
    ['a part of a folded block', 'k: 1\npw: >-\n  a ********\n  b\nz: [2]\n'],
  ])('%s puts exactly the value at its place and changes nothing else', (_, text) => {
    const before: unknown[] = loadAll(text.replaceAll(/: \*{8}/g, ': "********"'))
    fc.assert(
      fc.property(values, (value) => {
        const fills = inspect(text).masked.map((place) => ({ ...place, value }))
        const expected = JSON.parse(JSON.stringify(before), (__, held: unknown) =>
          typeof held === 'string' ? held.replaceAll('********', () => value) : held,
        )
        expect(loadAll(fillText(text, fills))).toEqual(expected)
      }),
    )
  })

  it('replaces a mask that is the whole text with the plain value', () => {
    const [place] = inspect('"********"\n').masked
    expect(place && fillText('"********"\n', [{ ...place, value: 'a: 1\n' }])).toBe('a: 1\n')
  })
})

describe('inspectText', () => {
  it('never throws, for any text and for mutations of ordinary ones', () => {
    const base =
      'a: &x\n  pw: "one"\n  token: \'two\'\nb: [*x, {c: |\n d}]\n---\n# password: ********\nk: >-\n  secret\n'
    const mutated = fc
      .tuple(
        fc.nat(base.length),
        fc.nat(6),
        fc.string({ unit: fc.constantFrom(...' \n\t:-?[]{},&*!|>\'"%#\\a*0\r\uFEFF'.split('')), maxLength: 6 }),
      )
      .map(([at, cut, put]) => base.slice(0, at) + put + base.slice(at + cut))
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: anyUnit })), (text) => {
        const { secrets: places } = inspect(text)
        maskText(text, places)
        places.forEach(({ start, end }) => expect(start >= 0 && start <= end && end <= text.length).toBe(true))
      }),
      { numRuns: 2_000 },
    )
  })
})
