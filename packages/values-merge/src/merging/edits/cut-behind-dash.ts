import { beginsLine } from '../merging.ts'
import type { Place, PlacedText } from '../../places/place.ts'
import type { Splice } from '../../places/splice.ts'

/**
 * Adjusts cuts that begin right after a dash to the splices around them: the first remaining key or item moves up to
 * the dash. If a comment or an insertion is in between, the dash stays alone on its line.
 */
export function cutsBehindDashes(
  placed: PlacedText,
  cuts: ReadonlyMap<Place, Splice>,
  given: readonly Splice[],
): Splice[] {
  const splices = new Set(given)
  for (const [first, cut] of cuts) {
    const siblings = first.parent?.children ?? []
    if (!splices.has(cut) || first.index > 0 || first.parent?.isFlow || beginsLine(placed, first)) continue
    const left = siblings.findIndex((sibling) => !cuts.has(sibling))
    const gone = siblings.slice(0, left < 0 ? siblings.length : left)
    const own = new Set(gone.map((place) => cuts.get(place)))
    const lifted = siblings[left] && liftedTo(placed, gone, siblings[left])
    const isFree =
      lifted && !given.some((splice) => !own.has(splice) && splice.end > lifted.start && splice.start < lifted.end)
    for (const splice of isFree ? own : [cut]) if (splice) splices.delete(splice)
    splices.add(isFree ? lifted : aloneBehind(placed, first))
  }
  return [...splices]
}

/** Undefined when there are comments between the removed and the remaining keys: those are not removed. */
function liftedTo(placed: PlacedText, gone: readonly Place[], left: Place): Splice | undefined {
  const [first] = gone
  const hasComment = [...gone.slice(1), left].some((place, index) =>
    placed.lines.slice((gone[index]?.endLine ?? 0) + 1, place.line).some((line) => line.trim() !== ''),
  )
  return first && !hasComment ? { start: first.keyStart, end: left.keyStart, text: '' } : undefined
}

function aloneBehind({ text, lines, lineStarts }: PlacedText, { keyStart, endLine }: Place): Splice {
  const before = /[ \t]*$/.exec(text.slice(0, keyStart))?.[0].length ?? 0
  return { start: keyStart - before, end: (lineStarts[endLine] ?? 0) + (lines[endLine] ?? '').length, text: '' }
}
