import { describe, expect, it } from 'vitest'
import { stackTexts } from '../layers.fixture.ts'
import { mergeTexts, takeTheirs } from './merge-texts.ts'
import { moveLayer, removeLayer, stackOf } from '../stack-texts.ts'
import type { Texts } from '../texts.ts'

const base = stackTexts('a', 'b', 'c')
const namesOf = (texts: Texts) => stackOf(texts).map(({ name }) => name)

describe('mergeTexts', () => {
  it('takes layers that both sides added', () => {
    const merged = mergeTexts({ base, mine: stackTexts('a', 'x', 'b', 'c'), theirs: stackTexts('a', 'b', 'c', 'y') })
    expect([namesOf(merged.texts), merged.conflicts]).toEqual([['a', 'x', 'b', 'c', 'y'], []])
  })

  it('removes a layer that one side removed and the other left unchanged', () => {
    const merged = mergeTexts({ base, mine: removeLayer(base, 'a'), theirs: removeLayer(base, 'c') })
    expect([namesOf(merged.texts), merged.conflicts]).toEqual([['b'], []])
  })

  it('keeps a changed order together with what the other side added', () => {
    const merged = mergeTexts({ base, mine: moveLayer(base, 'a', 'c'), theirs: stackTexts('a', 'x', 'b', 'c') })
    expect(namesOf(merged.texts)).toEqual(['b', 'c', 'a', 'x'])
  })

  it('reports a conflict for a layer that I removed and they changed', () => {
    const theirs = { ...base, 'values a': 'a: 2\n' }
    const merged = mergeTexts({ base, mine: removeLayer(base, 'a'), theirs })
    expect([namesOf(merged.texts), merged.conflicts]).toEqual([['b', 'c'], ['layer a']])
    expect(takeTheirs(merged.texts, theirs, 'layer a')).toEqual(theirs)
  })

  it('reports a conflict for a layer that they removed and I changed, and loses nothing of it', () => {
    const theirs = removeLayer(base, 'a')
    const merged = mergeTexts({ base, mine: { ...base, 'values a': 'a: 2\n' }, theirs })
    expect([merged.texts['values a'], merged.conflicts]).toEqual(['a: 2\n', ['layer a']])
    expect(takeTheirs(merged.texts, theirs, 'layer a')).toEqual(theirs)
  })

  const text = (image: string, replicas: number, port: number) =>
    `image: ${image}\nreplicas: ${replicas}\nenv:\n  region: eu\nport: ${port}\n`
  const valued = { ...base, 'values a': text('x', 1, 80) }

  it('merges values that both sides changed in different places', () => {
    const merged = mergeTexts({
      base: valued,
      mine: { ...valued, 'values a': text('x', 3, 80) },
      theirs: { ...valued, 'values a': text('y', 1, 80) },
    })
    expect([merged.texts['values a'], merged.conflicts]).toEqual([text('y', 3, 80), []])
  })

  it('reports the places that both changed, and merges the rest', () => {
    const merged = mergeTexts({
      base: valued,
      mine: { ...valued, 'values a': text('m', 3, 80) },
      theirs: { ...valued, 'values a': text('t', 1, 90) },
    })
    expect(merged.texts['values a']).toBe(text('m', 3, 90))
    expect([merged.conflicts, merged.conflictBases]).toEqual([['values a'], { 'values a': valued['values a'] }])
  })

  it('merges text that is not YAML by lines, and reports the whole text if changes touch', () => {
    const broken = (first: string, last: string) => ({ ...base, 'values a': `${first}\nb: [\nc\nd\n${last}\n` })
    const sides = { base: broken('a', 'e'), mine: broken('A', 'e') }
    const apart = mergeTexts({ ...sides, theirs: broken('a', 'E') })
    expect([apart.texts, apart.conflicts]).toEqual([broken('A', 'E'), []])
    const touching = mergeTexts({ ...sides, theirs: broken('B', 'e') })
    expect([touching.conflicts, touching.conflictBases]).toEqual([['values a'], {}])
  })
})
