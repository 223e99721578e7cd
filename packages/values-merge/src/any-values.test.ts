import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeValues, type ValuesMerge } from './merge-values.ts'
import { resolveConflicts } from './deciding/resolve-conflicts.ts'
import { runs, SEED } from './testing/seed.ts'
import { contentOf, editedTrees } from './testing/values-trees.ts'

type Input = Record<'base' | 'mine' | 'theirs', string>

/** Paths where a text differs from base: those it set, and those it removed. An emptied map counts as neither. */
function changesOf(base: string, edited: string) {
  const [was, now] = [contentOf(base), contentOf(edited)]
  const set = [...now].filter(([path, value]) => was.get(path) !== value && value !== '{}')
  const gone = [...was.keys()].filter((path) => ![...now.keys()].some((key) => isWithin(key, path)))
  return { set, gone }
}

const isWithin = (path: string, other: string) => path === other || path.startsWith(`${other}/`) || other === ''
const isRelated = (path: string, other: string) => isWithin(path, other) || isWithin(other, path)

const asks = ({ conflicts }: ValuesMerge, path: string) =>
  conflicts.some((conflict) => isRelated(path, conflict.path.join('/')))

const allMine = ({ conflicts }: ValuesMerge) => new Map(conflicts.map((_, index) => [index, 'mine' as const]))

/** The first texts that lose something, and what they lose. */
function firstLoss(lossesOf: (input: Input) => string[]) {
  const { failed, counterexample } = fc.check(
    fc.property(editedTrees, (input) => lossesOf(input).length === 0),
    { seed: SEED, numRuns: runs(300) },
  )
  return failed ? counterexample?.map((input) => ({ seed: SEED, ...input, losses: lossesOf(input) })) : undefined
}

describe('any edited values', () => {
  it('have each value of mine in the merged text or in a conflict', () => {
    const loss = firstLoss(({ base, mine, theirs }) => {
      const merge = mergeValues({ base, mine, theirs })
      const text = contentOf(merge.text)
      const lost = changesOf(base, mine).set.filter(([path, value]) => !asks(merge, path) && text.get(path) !== value)
      return lost.map(([path]) => path)
    })
    expect(loss).toBeUndefined()
  })

  it('lack each key that mine removed, unless it is in a conflict', () => {
    const loss = firstLoss(({ base, mine, theirs }) => {
      const merge = mergeValues({ base, mine, theirs })
      const text = contentOf(merge.text)
      return changesOf(base, mine).gone.filter((path) => !asks(merge, path) && text.has(path))
    })
    expect(loss).toBeUndefined()
  })

  it('have each value of mine in the text once all conflicts are decided for mine', () => {
    const loss = firstLoss(({ base, mine, theirs }) => {
      const merge = mergeValues({ base, mine, theirs })
      const { valid, text } = resolveConflicts(merge, allMine(merge))
      if (!valid) return ['all of it']
      const content = contentOf(text)
      return changesOf(base, mine).set.flatMap(([path, value]) => (content.get(path) === value ? [] : [path]))
    })
    expect(loss).toBeUndefined()
  })

  it('have each change of theirs that does not touch one of mine', () => {
    const loss = firstLoss(({ base, mine, theirs }) => {
      const text = contentOf(mergeValues({ base, mine, theirs }).text)
      const own = changesOf(base, mine)
      const touched = [...own.set.map(([path]) => path), ...own.gone]
      const isApart = (path: string) => !touched.some((other) => isRelated(path, other))
      const { set, gone } = changesOf(base, theirs)
      const unset = set.filter(([path, value]) => isApart(path) && text.get(path) !== value).map(([path]) => path)
      return [...unset, ...gone.filter((path) => isApart(path) && text.has(path))]
    })
    expect(loss).toBeUndefined()
  })
})
