import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mergeValues } from './merge-values.ts'
import { resolveConflicts, type MergeDecision } from './deciding/resolve-conflicts.ts'

const FIXTURES = fileURLToPath(new URL('./fixtures/', import.meta.url))

interface Expected {
  decisions: Record<string, MergeDecision>
  conflicts: object[]
  taken: string[]
  gone: string[]
  leftOut: string[]
}

const dotted = ({ path }: { path: readonly (string | number)[] }) => path.join('.')

/** To add a case, add a folder. */
describe.each(readdirSync(FIXTURES))('%s', (name) => {
  const read = (file: string) => readFileSync(`${FIXTURES}${name}/${file}`, 'utf8')
  const merge = mergeValues({ base: read('base.yaml'), mine: read('mine.yaml'), theirs: read('theirs.yaml') })
  const { decisions, ...expected } = JSON.parse(read('expected.json')) as Expected

  it('merges as expected', () => {
    const conflicts = merge.conflicts.map(({ path, kind, nearest }) => ({
      path: path.join('.'),
      kind,
      ...(nearest === undefined ? {} : { nearest }),
    }))
    const [taken, gone] = [merge.taken.map(dotted), merge.gone.map(dotted)]
    expect({ conflicts, taken, gone, leftOut: merge.leftOut.map(({ text }) => text) }).toEqual(expected)
  })

  it('resolves as expected', () => {
    const chosen = new Map(Object.entries(decisions).map(([index, decision]) => [Number(index), decision]))
    expect(resolveConflicts(merge, chosen)).toEqual({ valid: true, text: read('expected.yaml') })
  })
})
