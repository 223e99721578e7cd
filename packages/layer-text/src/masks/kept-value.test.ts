import { describe, expect, it } from 'vitest'
import { soundTree } from '../testing/sound-tree.ts'
import { keptFrom } from './kept-value.ts'
import { maskedPlaces } from './masked-places.ts'

function kept(masked: string, other: string) {
  const tree = soundTree(masked)
  return maskedPlaces(tree).map((place) => keptFrom(tree, place, soundTree(other)))
}

describe('what a mask inside a text stands for', () => {
  const masked = 'url: "https://moor:********@db"\n'

  it('is what stands in its place in the other text', () => {
    expect(kept(masked, 'url: "https://moor:heron-41@db"\n')).toEqual(['heron-41'])
  })

  it('is nothing where the other text has nothing in its place', () => {
    expect(kept(masked, 'url: "https://moor:@db"\n')).toEqual([undefined])
  })

  it('is nothing where the other text reads differently around it', () => {
    expect(kept(masked, 'url: "https://fen:heron-41@db"\n')).toEqual([undefined])
  })

  it('is left open where two masks stand in one text', () => {
    expect(kept('dsn: "********/********"\n', 'dsn: heron/41\n')).toEqual([undefined, undefined])
  })
})
