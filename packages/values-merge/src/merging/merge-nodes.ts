import { addEntry } from './edits/add-entry.ts'
import { mergeLists } from './merge-lists.ts'
import { mergeBlock } from './merge-block.ts'
import { addConflict, settleLines, type ConflictKind, type Merging, type Trio } from './merging.ts'
import { sourceOf } from '../places/written-value.ts'
import { keyOf, type Place } from '../places/place.ts'
import { transplant } from './edits/transplant.ts'
import { isReplaced, keepEmptied, removePlace } from './edits/remove-place.ts'

/** Applies mine's changes at one place and below it. */
export function mergeNodes(merging: Merging, trio: Trio): void {
  const { b, m, t } = trio
  if (m.meaning === b.meaning) return restyle(merging, trio)
  const areMaps = b.kind === 'map' && m.kind === 'map' && t.kind === 'map'
  // Even when both made the same change, mine may still have different quotes below.
  if (m.meaning === t.meaning && !areMaps) return
  if (b.kind === 'map' && m.kind === 'map') {
    if (t.kind !== 'map') return mergeGone(merging, { b, m, t, kind: 'changed' })
    return mergeMaps(merging, trio)
  }
  if (b.kind === 'seq' && m.kind === 'seq' && t.kind === 'seq') return mergeLists(merging, trio, mergeNodes)
  if (t.meaning === b.meaning) return transplant(merging, trio)
  if (mergeBlock(merging, trio)) return
  addConflict(merging, trio, t.kind === b.kind ? 'both-changed' : 'changed')
}

/** Keeps mine's style (quotes and the like) of an unchanged value if theirs has the style of base. */
function restyle(merging: Merging, { b, m, t }: Trio): void {
  const was = sourceOf(merging.b, b)
  if (was === sourceOf(merging.m, m)) return
  if (b.kind === 'scalar') {
    const isSame = t.meaning === b.meaning && sourceOf(merging.t, t).trim() === was.trim()
    if (isSame) transplant(merging, { b, m, t })
    return
  }
  if (b.kind === 'map' && m.kind === 'map' && t.kind === 'map') {
    for (const child of b.children) {
      const key = keyOf(child)
      const [mine, theirs] = [m.byKey.get(key), t.byKey.get(key)]
      if (mine && theirs) restyle(merging, { b: child, m: mine, t: theirs })
    }
  }
  if (b.kind !== 'seq' || t.meaning !== b.meaning) return
  for (const [index, child] of b.children.entries()) {
    const [mine, theirs] = [m.children[index], t.children[index]]
    if (mine && theirs) restyle(merging, { b: child, m: mine, t: theirs })
  }
}

function mergeMaps(merging: Merging, { b, m, t }: Trio): void {
  if (t.isFlow && t.meaning === b.meaning) return transplant(merging, { b, m, t })
  const mark = merging.splices.length
  const taken = merging.taken.length
  for (const [key, base] of b.byKey) {
    const [mine, theirs] = [m.byKey.get(key), t.byKey.get(key)]
    if (mine && theirs) mergeNodes(merging, { b: base, m: mine, t: theirs })
    else if (mine) mergeGone(merging, { b: base, m: mine, t, kind: 'gone' })
    else if (theirs) removePlace(merging, base, theirs)
    // A comment that theirs kept of it must not be removed for mine.
    else settleLines(merging, { b: base })
  }
  let behind: Place | undefined
  let added = 0
  for (const mine of m.children) {
    const key = keyOf(mine)
    const theirs = t.byKey.get(key)
    if (!theirs && !b.byKey.has(key)) {
      addEntry(merging, mine, { b, t, behind })
      added += 1
    }
    behind = theirs ?? behind
    if (!theirs || b.byKey.has(key)) continue
    if (theirs.meaning !== mine.meaning) addConflict(merging, { m: mine, t: theirs }, 'both-added')
  }
  if (added === 0) return keepEmptied(merging, t, mark)
  if (!isReplaced(merging, t)) return
  // New keys would have to begin on the line after the dash, which the removed keys occupied.
  merging.splices.length = mark
  merging.taken.length = taken
  transplant(merging, { b, m, t })
}

interface Gone {
  b: Place | undefined
  m: Place
  /** The nearest parent that theirs still has. */
  t: Place
  kind: ConflictKind
}

/** Mine's changes at or below a place that theirs lacks, as one conflict each. */
function mergeGone(merging: Merging, { b, m, t, kind }: Gone): void {
  if (b?.meaning === m.meaning) return
  if (b?.kind === 'map' && m.kind === 'map' && m.children.length > 0) {
    for (const mine of m.children) mergeGone(merging, { b: b.byKey.get(keyOf(mine)), m: mine, t, kind })
    return
  }
  settleLines(merging, { b, m })
  const nearest = b && merging.nearest(b, t)
  merging.conflicts.push({
    path: m.path,
    kind,
    place: t,
    column: m.column,
    document: merging.document,
    start: t.end,
    end: t.end,
    base: b ? sourceOf(merging.b, b) : '',
    mine: sourceOf(merging.m, m),
    ...(nearest === undefined ? {} : { nearest }),
  })
}
