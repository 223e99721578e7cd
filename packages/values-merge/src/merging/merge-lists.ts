import { leadingComments } from './edits/add-entry.ts'
import { lineDiff } from './line-diff.ts'
import { identifyingKey, identities, listEdits, type ListEdit } from './list-items.ts'
import { addConflict, askToAdd, beginsLine, insertLines, settleLines, type Merging, type Trio } from './merging.ts'
import { shiftedLine, sourceOf } from '../places/written-value.ts'
import { transplant } from './edits/transplant.ts'
import type { Place } from '../places/place.ts'
import { isAlike } from '../places/nearest-key.ts'
import { removePlace } from './edits/remove-place.ts'

const MAX_ITEMS = 2_000

/** Merges one place, whatever kind of value it has. */
type MergeItem = (merging: Merging, trio: Trio) => void

/** Applies mine's changes to a list; items are matched by their names, or else by their values. */
export function mergeLists(merging: Merging, { b, m, t }: Trio, mergeItem: MergeItem): void {
  if (t.meaning === b.meaning && isWrittenAlike(merging, { b, m, t })) return transplant(merging, { b, m, t })
  const isPlain = [b, m, t].every(
    (list) => !list.isFlow && list.children.length > 0 && list.children.length <= MAX_ITEMS,
  )
  if (!isPlain)
    return t.meaning === b.meaning
      ? transplant(merging, { b, m, t })
      : addConflict(merging, { b, m, t }, 'both-changed')
  const name = identifyingKey([b, m, t])
  const ids = (list: Place) => identities(list, name)
  const [before, after, now] = [ids(b), ids(m), ids(t)]
  const items = new Map(now.map((id, index) => [id, t.children[index]]))
  const changed = name === undefined ? changedItems(merging, b, t) : new Map<Place, Place>()
  const own: Own = { items, changed, behind: undefined, mergeItem }
  const mark = { splices: merging.splices.length, conflicts: merging.conflicts.length, taken: merging.taken.length }
  const edits = listEdits(before, after)
  for (const edit of edits) applyEdit(merging, { b, m, t }, { edit, before, after, own })
  // A list without items would read as null, so emptying it is a conflict.
  if (t.children.some((item) => !merging.removed.has(item))) return
  merging.splices.length = mark.splices
  merging.conflicts.length = mark.conflicts
  merging.taken.length = mark.taken
  addConflict(merging, { b, m, t }, 'both-changed')
}

function isWrittenAlike(merging: Merging, { b, t }: Trio): boolean {
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .join('\n')
  return lines(sourceOf(merging.b, b)) === lines(sourceOf(merging.t, t))
}

interface Own {
  items: Map<string, Place | undefined>
  /** For items of base without names: the item that theirs changed each into. */
  changed: ReadonlyMap<Place, Place>
  /** The item of theirs after which the next new one goes. */
  behind: Place | undefined
  mergeItem: MergeItem
}

function changedItems(merging: Merging, b: Place, t: Place): Map<Place, Place> {
  const changed = new Map<Place, Place>()
  for (const { was, now } of lineDiff(identities(b, undefined), identities(t, undefined))) {
    const candidates = t.children.slice(now[0], now[0] + now[1])
    for (const item of b.children.slice(was[0], was[0] + was[1])) {
      const at = candidates.findIndex((own) => isAlike(sourceOf(merging.b, item), sourceOf(merging.t, own)))
      const own = candidates[at]
      if (own) changed.set(item, own)
      candidates.splice(0, at + 1)
    }
  }
  return changed
}

function applyEdit(
  merging: Merging,
  { b, m, t }: Trio,
  { edit, before, after, own }: { edit: ListEdit; before: string[]; after: string[]; own: Own },
): void {
  const [base, mine] = [b.children[edit.base ?? -1], m.children[edit.other ?? -1]]
  const [id, newId] = [before[edit.base ?? -1] ?? '', after[edit.other ?? -1] ?? '']
  if (!base) {
    if (mine) addItem(merging, mine, { t, own, id: newId })
    return
  }
  const theirs = own.items.get(id)
  if (mine && theirs) own.mergeItem(merging, { b: base, m: mine, t: theirs })
  else if (mine && mine.meaning !== base.meaning) {
    if (!own.items.has(newId)) changeLost(merging, { b: base, m: mine, t }, own)
  } else if (!mine) removeItem(merging, base, theirs ?? own.changed.get(base))
  own.behind = theirs ?? own.behind
}

function removeItem(merging: Merging, b: Place, t: Place | undefined): void {
  if (!t) return settleLines(merging, { b })
  if (!merging.removed.has(t)) removePlace(merging, b, t)
}

/**
 * For an item whose value theirs lacks: merges with what theirs changed it into, or by index if the lists are equally
 * long.
 */
function changeLost(merging: Merging, { b, m, t }: Trio, { changed, mergeItem }: Own): void {
  const theirs = changed.get(b) ?? (b.parent?.children.length === t.children.length ? t.children[b.index] : undefined)
  if (theirs) return mergeItem(merging, { b, m, t: theirs })
  settleLines(merging, { b, m })
  merging.conflicts.push({
    path: m.path,
    kind: 'gone',
    place: t,
    column: m.column,
    document: merging.document,
    start: t.end,
    end: t.end,
    base: sourceOf(merging.b, b),
    mine: sourceOf(merging.m, m),
  })
}

function addItem(merging: Merging, m: Place, { t, own, id }: { t: Place; own: Own; id: string }): void {
  const there = own.items.get(id)
  if (there) {
    if (there.meaning !== m.meaning) addConflict(merging, { m, t: there }, 'both-added')
    own.behind = there
    return
  }
  const first = t.children[0]
  const column = first?.column ?? 0
  const [head = '', ...rest] = merging.m.lines.slice(m.line, m.endLine + 1)
  const lines = [' '.repeat(column) + head.slice(m.column), ...rest.map((line) => shiftedLine(line, column - m.column))]
  const startsLine = first !== undefined && beginsLine(merging.t, first) && beginsLine(merging.m, m)
  if (!startsLine) return askToAdd(merging, m, t)
  const line = own.behind?.endLine ?? (m.index === 0 ? first.line - 1 : (t.children.at(-1)?.endLine ?? first.line))
  merging.taken.push({ path: m.path, document: merging.document })
  settleLines(merging, { m })
  insertLines(merging, line, [...leadingComments(merging, m, column), ...lines])
}
