import { describe, expect, it } from 'vitest'
import { soundTree } from '../testing/sound-tree.ts'
import { keptFrom } from './kept-value.ts'
import { maskedPlaces } from './masked-places.ts'

function kept(masked: string, other: string) {
  const tree = soundTree(masked)
  return maskedPlaces(tree).map((place) => keptFrom(tree, place, soundTree(other)))
}

describe('the value that a mask inside a scalar hides', () => {
  const masked = 'url: "https://moor:********@db"\n'

  it('is the text at its place in the other scalar', () => {
    expect(kept(masked, 'url: "https://moor:heron-41@db"\n')).toEqual(['heron-41'])
  })

  it('is undefined when the other scalar has nothing at its place', () => {
    expect(kept(masked, 'url: "https://moor:@db"\n')).toEqual([undefined])
  })

  it('is undefined when the other scalar has different text around it', () => {
    expect(kept(masked, 'url: "https://fen:heron-41@db"\n')).toEqual([undefined])
  })

  it('is undecided when one scalar has two masks', () => {
    expect(kept('dsn: "********/********"\n', 'dsn: heron/41\n')).toEqual([undefined, undefined])
  })
})
