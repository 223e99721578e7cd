import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mergeValues, type MergeInput } from './merge-values.ts'
import { resolveConflicts } from './deciding/resolve-conflicts.ts'
import { runs, SEED } from './testing/seed.ts'
import { EDIT_KINDS, editedText, placedOf, placesOf } from './testing/text-edits.ts'

const STYLES = fileURLToPath(new URL('./testing/styles/', import.meta.url))
const PAIRS = readdirSync(STYLES).map((style) =>
  ['old', 'new'].map((side) => readFileSync(`${STYLES}${style}/${side}.yaml`, 'utf8')),
)
const WORDS = ['amber', 'birch', 'cedar', 'delta']

/** The same values as other editors would save them. */
const WRITINGS: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.trimEnd(),
  (text) => `\n# head\n${text}\n\n`,
]

const edit = fc.record({
  kind: fc.constantFrom(...EDIT_KINDS),
  at: fc.nat({ max: 1_000 }),
  word: fc.constantFrom(...WORDS),
})
const input = fc
  .record({
    pair: fc.constantFrom(...PAIRS),
    isBack: fc.boolean(),
    was: fc.constantFrom(...WRITINGS),
    now: fc.constantFrom(...WRITINGS),
    edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
  })
  .map(({ pair, isBack, was, now, edits }) => {
    const [from = '', to = ''] = isBack ? pair.toReversed() : pair
    return { base: was(from), mine: editedText(was(from), edits), theirs: now(to) }
  })

/** Every value by its path without indexes, because items move when others are inserted before them. */
function valuesOf(text: string): Set<string> {
  const placed = placedOf(text)
  if (!placed) throw new Error(`no YAML: ${text}`)
  const scalars = placesOf(placed).filter(({ kind, start }) => kind === 'scalar' && !/[|>]/.test(text[start] ?? ''))
  const source = (start: number, end: number) => text.slice(start, end).replaceAll(/\s+/g, ' ').replaceAll("'", '')
  return new Set(scalars.map(({ path, start, end }) => `${dotted(path)}=${source(start, end)}`))
}

const dotted = (path: readonly (string | number)[]) =>
  path.map((step) => (typeof step === 'number' ? '*' : step)).join('.')

const isWithin = (path: string, other: string) => other === '' || `${path}.`.startsWith(`${other}.`)

/** The values that mine set, except those in a conflict. */
function setUnasked({ base, mine, theirs }: MergeInput): string[] {
  const was = valuesOf(base)
  const asked = mergeValues({ base, mine, theirs }).conflicts.map(({ path }) => dotted(path))
  const isAsked = (path: string) => asked.some((other) => isWithin(path, other) || isWithin(other, path))
  return [...valuesOf(mine)].filter((value) => !was.has(value) && !isAsked(value.slice(0, value.indexOf('='))))
}

/** The first texts with a fault, and the fault. */
function firstFault(faultsOf: (input: MergeInput) => string[]) {
  const { failed, counterexample } = fc.check(
    fc.property(input, (texts) => faultsOf(texts).length === 0),
    { seed: SEED, numRuns: runs(400) },
  )
  return failed ? counterexample?.map((texts) => ({ seed: SEED, ...texts, faults: faultsOf(texts) })) : undefined
}

const decided = (texts: MergeInput, side: 'mine' | 'theirs') => {
  const merge = mergeValues(texts)
  return { merge, ...resolveConflicts(merge, new Map(merge.conflicts.map((_, index) => [index, side]))) }
}

describe('values written in any style, edited anywhere', () => {
  it('are merged place by place, never as one whole-text conflict', () => {
    const fault = firstFault((texts) => {
      const { conflicts, problems } = mergeValues(texts)
      return [...problems.map(({ side }) => side), ...conflicts.flatMap(({ kind }) => (kind === 'text' ? [kind] : []))]
    })
    expect(fault).toBeUndefined()
  })

  it('keep every value that mine set, unless it is in a conflict', () => {
    const fault = firstFault((texts) => {
      const values = valuesOf(mergeValues(texts).text)
      return setUnasked(texts).filter((value) => !values.has(value))
    })
    expect(fault).toBeUndefined()
  })

  it('contain no value that neither side has', () => {
    const fault = firstFault((texts) => {
      const known = new Set([...valuesOf(texts.mine), ...valuesOf(texts.theirs)])
      return [...valuesOf(mergeValues(texts).text)].filter((value) => !known.has(value))
    })
    expect(fault).toBeUndefined()
  })

  it('contain every value of mine once all conflicts are decided for mine', () => {
    const fault = firstFault((texts) => {
      const { valid, text } = decided(texts, 'mine')
      const [was, values] = [valuesOf(texts.base), valid ? valuesOf(text) : new Set()]
      return [...valuesOf(texts.mine)].filter((value) => !was.has(value) && !values.has(value))
    })
    expect(fault).toBeUndefined()
  })

  it('stay unchanged once all conflicts are decided for theirs', () => {
    const fault = firstFault((texts) => {
      const { merge, valid, text } = decided(texts, 'theirs')
      return valid && text === merge.text ? [] : [text]
    })
    expect(fault).toBeUndefined()
  })

  it('have only the line endings of the new version', () => {
    const fault = firstFault((texts) => {
      const text = mergeValues(texts).text.replaceAll('\r\n', '')
      return texts.base !== texts.theirs && texts.theirs.includes('\r\n') && text.includes('\n') ? [text] : []
    })
    expect(fault).toBeUndefined()
  })
})
