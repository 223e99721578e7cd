import { treeOf } from '@waybill/layer-text'
import type { MergeConflict } from '../merge-values.ts'
import { keyOf, type Place, type PlacedText } from '../places/place.ts'
import { placeText, type Meanings } from '../places/place-text.ts'
import type { MovedOffsets } from '../places/splice.ts'

/** One decision and its place. */
export interface Decided {
  conflict: MergeConflict
  /** In the merged text. */
  place: Place
  text: string
  /** True when the decision removes the key. */
  isCut: boolean
}

/** The final text: its places, and the numbers assigned to its values. */
interface Final {
  places: ReadonlyMap<string, Place>
  meanings: Meanings
}

/** Whether a text has the decided value at every decided place. */
export function holdsDecided(text: string, decided: readonly Decided[], moved: MovedOffsets): boolean {
  const placed = placedText(text)
  if (!placed) return false
  const final = { places: placesByOffset(placed.text), meanings: placed.meanings }
  return decided.every(({ conflict, place, text: value, isCut }) => {
    const at = ({ path, keyStart }: Place) =>
      final.places.get(placeKey({ depth: path.length, offset: moved.start(keyStart), document: conflict.document }))
    if (isCut) return place.parent !== undefined && isGone(at(place.parent), place)
    const there = at(place)
    const rest = conflict.path.slice(conflict.place.depth)
    return there !== undefined && holds(there, rest, meaningOf(final, { conflict, place, text: value }))
  })
}

/** Undefined when a text is invalid YAML or has a duplicate key. */
export function placedText(text: string): { text: PlacedText; meanings: Meanings } | undefined {
  const tree = treeOf(text)
  if (tree?.duplicates.length !== 0) return undefined
  const meanings: Meanings = new Map()
  return { text: placeText(tree, meanings), meanings }
}

/**
 * A map and its first key may begin at the same offset, so the key includes the depth; roots are identified by their
 * document.
 */
export const placeKey = ({ depth, offset, document }: { depth: number; offset: number; document: number }): string =>
  depth === 0 ? `document ${document}` : `${depth}:${offset}`

/** Every place of a text by its `placeKey`. */
export function placesByOffset({ roots }: PlacedText): Map<string, Place> {
  const places = new Map(roots.map((root, document) => [placeKey({ depth: 0, offset: 0, document }), root]))
  const stack = roots.flatMap(({ children }) => children)
  for (let place = stack.pop(); place; place = stack.pop()) {
    places.set(placeKey({ depth: place.path.length, offset: place.keyStart, document: 0 }), place)
    for (const child of place.children) stack.push(child)
  }
  return places
}

function isGone(parent: Place | undefined, place: Place): boolean {
  if (parent?.kind === 'map') return !parent.byKey.has(keyOf(place))
  // Items have no names to look for; their whole lines were cut.
  return parent?.kind === 'seq'
}

function holds(place: Place, rest: readonly (string | number)[], meaning: number | undefined): boolean {
  let there: Place | undefined = place
  for (const step of rest) {
    if (typeof step === 'number') return there?.children.some((item) => isEqual(item, meaning)) ?? false
    there = there?.byKey.get(step)
  }
  return there !== undefined && isEqual(there, meaning)
}

const isEqual = (place: Place, meaning: number | undefined) => meaning === undefined || place.meaning === meaning

/** Undefined when the text cannot be parsed on its own, for example because of an alias. */
function meaningOf({ meanings }: Final, { conflict, place, text }: Omit<Decided, 'isCut'>): number | undefined {
  const isOfMine = conflict.kind === 'changed' || conflict.path.length > conflict.place.depth
  const column = isOfMine ? conflict.column : place.column
  const isItem = typeof conflict.path.at(-1) === 'number'
  const source = conflict.path.length === 0 ? text : `${' '.repeat(column)}${isItem ? '-' : 'x:'}${text}`
  const tree = treeOf(source)
  if (!tree) return undefined
  const [root] = placeText(tree, meanings).roots
  return (conflict.path.length === 0 ? root : root?.children[0])?.meaning
}
