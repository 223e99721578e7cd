import { beginsLine, behindLine, settleLines, type Merging } from '../merging.ts'
import { sourceOf } from '../../places/written-value.ts'
import type { Place, PlacedText } from '../../places/place.ts'
import type { Splice } from '../../places/splice.ts'

/** Removes a key or item that mine removed, or reports a conflict when theirs changed it. */
export function removePlace(merging: Merging, b: Place, t: Place): void {
  settleLines(merging, { b })
  const cut = cutOf(merging.t, t)
  if (t.meaning === b.meaning) {
    merging.splices.push(cut)
    merging.removed.set(t, cut)
    merging.taken.push({ path: b.path, document: merging.document })
    return
  }
  merging.conflicts.push({
    path: b.path,
    kind: 'removed-and-changed',
    place: t,
    column: t.column,
    document: merging.document,
    start: cut.start,
    end: cut.end,
    base: sourceOf(merging.b, b),
    mine: cut.text,
  })
}

/** Cuts a key or item with its lines, or only its own part of a shared line. */
export function cutOf(placed: PlacedText, t: Place): Splice {
  const siblings = t.parent?.children ?? []
  const next = siblings[t.index + 1]
  const isBlock = !t.parent?.isFlow
  if (isBlock && beginsLine(placed, t))
    return { start: placed.lineStarts[t.line] ?? 0, end: behindLine(placed, t.endLine), text: '' }
  if (next) return { start: t.keyStart, end: next.keyStart, text: '' }
  const before = siblings.at(-2)
  return before && !isBlock
    ? { start: before.end, end: t.end, text: '' }
    : { start: t.keyStart, end: t.end, text: '{}' }
}

/** Whether everything in an item of a list was removed, including its first key next to the dash. */
export function isReplaced(merging: Merging, { children, isFlow }: Place): boolean {
  const [first] = children
  return first !== undefined && !isFlow && !beginsLine(merging.t, first) && areRemoved(merging, children)
}

const areRemoved = ({ removed }: Merging, children: readonly Place[]) => children.every((child) => removed.has(child))

/**
 * A map whose keys were all removed becomes `{}`; otherwise it would read as null. Its splices begin at index `mark`.
 */
export function keepEmptied(merging: Merging, t: Place, mark: number): void {
  const [first] = t.children
  if (!first || t.isFlow || !areRemoved(merging, t.children)) return
  if (beginsLine(merging.t, first)) {
    const at = t.parent ? t.from : (merging.t.lineStarts[first.line] ?? 0)
    merging.splices.push({ start: at, end: at, text: t.parent ? ' {}' : '{}\n' })
    return
  }
  // The first key comes right after a dash, so its line must stay.
  const cuts = new Set(t.children.map((child) => merging.removed.get(child)))
  const kept = merging.splices.splice(mark).filter((splice) => !cuts.has(splice))
  merging.splices.push(...kept, { start: first.keyStart, end: t.end, text: '{}' })
}

/** Cuts in a decided text: a map or list that loses everything becomes empty, unless something is put back there. */
export function cutEmptied(placed: PlacedText, cuts: ReadonlyMap<Place, Splice>, filled: ReadonlySet<Place>): Splice[] {
  const parents = new Set([...cuts.keys()].map(({ parent }) => parent))
  const splices = new Set(cuts.values())
  for (const parent of parents) {
    const [first] = parent?.children ?? []
    if (!parent || !first || filled.has(parent) || parent.children.some((child) => !cuts.has(child))) continue
    if (parent.isFlow || !beginsLine(placed, first))
      for (const child of parent.children) splices.delete(cuts.get(child) as Splice)
    splices.add(emptied(placed, parent, first))
  }
  return [...splices]
}

function emptied(placed: PlacedText, parent: Place, first: Place): Splice {
  const braces = parent.kind === 'map' ? '{}' : '[]'
  if (parent.isFlow) return { start: parent.start, end: parent.end, text: braces }
  if (!beginsLine(placed, first)) return { start: first.keyStart, end: parent.end, text: braces }
  const at = parent.parent ? parent.from : (placed.lineStarts[first.line] ?? 0)
  return { start: at, end: at, text: parent.parent ? ` ${braces}` : `${braces}\n` }
}
