import { beginsLine, behindLine, sourceOf, type Merging } from './merging.ts'
import type { Place } from './place.ts'

/** Takes a key or item out of the new defaults that mine took out of base, or asks where theirs changed it. */
export function removePlace(merging: Merging, b: Place, t: Place): void {
  const cut = cutOf(merging, t)
  if (t.meaning === b.meaning) {
    merging.splices.push(cut)
    return
  }
  merging.conflicts.push({
    path: b.path,
    kind: 'removed-and-changed',
    column: t.column,
    document: merging.document,
    start: cut.start,
    end: cut.end,
    base: sourceOf(merging.b, b),
    mine: cut.text,
  })
}

function cutOf({ t: placed }: Merging, t: Place): { start: number; end: number; text: string } {
  const siblings = t.parent?.children ?? []
  const next = siblings[siblings.indexOf(t) + 1]
  const isBlock = !t.parent?.isFlow
  if (isBlock && beginsLine(placed, t))
    return { start: placed.lineStarts[t.line] ?? 0, end: behindLine(placed, t.endLine), text: '' }
  if (next) return { start: t.keyStart, end: next.keyStart, text: '' }
  const before = siblings.at(-2)
  return before && !isBlock
    ? { start: before.end, end: t.end, text: '' }
    : { start: t.keyStart, end: t.end, text: '{}' }
}
