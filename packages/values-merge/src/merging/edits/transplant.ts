import { addConflict, settleLines, type Merging, type Trio } from '../merging.ts'
import type { Place } from '../../places/place.ts'
import { moved, sourceOf } from '../../places/written-value.ts'

/** Replaces the value of theirs with mine, byte for byte except for the indentation. */
export function transplant(merging: Merging, { b, m, t }: Trio): void {
  settleLines(merging, { b, m })
  merging.taken.push({ path: m.path, document: merging.document })
  const source = moved(sourceOf(merging.m, m), shiftOf(m, t))
  const isBlock = source.includes('\n')
  if (isBlock && t.parent?.isFlow === true && m.parent?.isFlow !== true)
    return addConflict(merging, { m, t }, 'both-changed')
  if (isBlock || m.kind !== 'scalar' || t.kind !== 'scalar' || t.start === t.end) {
    merging.splices.push({ start: t.from, end: isBlock ? blankEnd(merging, t) : t.end, text: source })
    return
  }
  const text = source.trimStart()
  merging.splices.push({ start: text === '' ? t.from : t.start, end: t.end, text })
}

/** Items may be indented differently under the same key, so lists and maps are aligned by their children. */
function shiftOf(m: Place, t: Place): number {
  const [mine, theirs] = [m.children[0], t.children[0]]
  if (!mine || !theirs || m.kind !== t.kind || m.isFlow || t.isFlow) return t.column - m.column
  return theirs.column - mine.column
}

// Spaces after a value would end up after the last line of mine.
function blankEnd({ t: { text } }: Merging, { end }: Place): number {
  let at = end
  while (text[at] === ' ' || text[at] === '\t') at += 1
  return at >= text.length || text[at] === '\n' ? at : end
}
