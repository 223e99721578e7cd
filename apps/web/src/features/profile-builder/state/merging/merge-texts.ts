import { mergeText } from './merge-text.ts'
import type { Texts } from '../texts.ts'
import { keysOfLayer, layerIn, layerKey, reconciled, STACK, stackOf, withStack } from '../stack-texts.ts'

interface Sides {
  base: Texts
  mine: Texts
  theirs: Texts
}

export interface Merged {
  texts: Texts
  /** Keys that both sides changed; their text is mine. */
  conflicts: string[]
  /** The common base of conflicts that are decided place by place. */
  conflictBases: Record<string, string>
}

/** Takes what only one side changed. A layer that one side removed and the other changed is a conflict as a whole. */
export function mergeTexts(sides: Sides): Merged {
  const { base, mine, theirs } = sides
  const whole = wholeLayers(sides)
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)])
  const merged: Record<string, string> = {}
  const conflicts = [...whole.conflicts]
  const conflictBases: Record<string, string> = {}
  for (const key of keys) {
    if (key === STACK) continue
    const [was, own, other] = [base[key], mine[key], theirs[key]]
    const isOwn = whole.mine.has(key) || own !== was
    const isBoth = isOwn && other !== was && own !== other && !whole.mine.has(key)
    const both = isBoth ? mergeText(key, { base: was, mine: own, theirs: other }) : undefined
    if (both === undefined ? isBoth : both.isOpen) conflicts.push(key)
    if (both?.isOpen === true && was !== undefined) conflictBases[key] = was
    const text = both?.text ?? (isOwn ? own : other)
    if (text !== undefined) merged[key] = text
  }
  return { texts: reconciled(withStack(merged, mergedOrder(sides))), conflicts, conflictBases }
}

/**
 * Layers of the base that one side removed and the other changed; `mine` holds their keys, whose texts are taken from
 * mine.
 */
function wholeLayers({ base, mine, theirs }: Sides) {
  const own = new Set<string>()
  const conflicts: string[] = []
  for (const layer of stackOf(base)) {
    const [isMine, isTheirs] = [mine, theirs].map((side) => layerIn(side, layer.name) !== undefined)
    if (isMine === isTheirs) continue
    const side = isMine ? mine : theirs
    const keys = [...keysOfLayer(layer), ...keysOfLayer(layerIn(side, layer.name) ?? layer)]
    if (keys.every((key) => side[key] === base[key])) continue
    conflicts.push(layerKey(layer.name))
    for (const key of keys) own.add(key)
  }
  return { mine: own, conflicts }
}

/** Their order, unless mine was changed. Layers that the other side added keep the layer below them. */
function mergedOrder({ base, mine, theirs }: Sides): string[] {
  const [before, own, other] = [base, mine, theirs].map((side) => stackOf(side).map(({ name }) => name))
  if (before === undefined || own === undefined || other === undefined) return []
  const isMoved = orderOf(own, before) !== orderOf(before, own)
  const [order, added] = isMoved ? [own, other] : [other, own]
  return added.reduce((names, name, at) => {
    if (names.includes(name)) return names
    const below = added[at - 1]
    const place = below === undefined ? 0 : names.indexOf(below) + 1
    return names.toSpliced(place, 0, name)
  }, order)
}

const orderOf = (names: readonly string[], others: readonly string[]) =>
  names.filter((name) => others.includes(name)).join('\n')

/** Takes the other side's version of a text, or of a layer as a whole. */
export function takeTheirs(texts: Texts, theirs: Texts, key: string): Texts {
  const name = key.startsWith('layer ') ? key.slice('layer '.length) : null
  const layers = name === null ? [] : [layerIn(texts, name), layerIn(theirs, name)]
  const keys = name === null ? [key] : layers.flatMap((layer) => (layer === undefined ? [] : keysOfLayer(layer)))
  const taken: Record<string, string> = { ...texts }
  for (const each of keys) {
    const text = theirs[each]
    if (text === undefined) delete taken[each]
    else taken[each] = text
  }
  return reconciled(
    withStack(
      taken,
      mergedOrder({ base: theirs, mine: texts, theirs }).filter((each) => layerIn(taken, each)),
    ),
  )
}
