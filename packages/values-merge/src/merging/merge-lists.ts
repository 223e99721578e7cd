import { lineDiff } from './line-diff.ts'
import { addConflict, askToAdd, beginsLine, insertLines, type Merging, type Trio } from './merging.ts'
import { shiftedLine, sourceOf } from '../places/written-value.ts'
import { transplant } from './transplant.ts'
import type { Place } from '../places/place.ts'
import { removePlace } from './remove-place.ts'

const NAMES = ['name', 'id', 'key', 'mountPath', 'containerPort', 'port', 'path', 'host']
const MAX_ITEMS = 2_000

/** Merges what stands at one place, whatever it is. */
type MergeItem = (merging: Merging, trio: Trio) => void

/** Takes over what mine changed in a list; items are known again by their names, or else by their values. */
export function mergeLists(merging: Merging, { b, m, t }: Trio, mergeItem: MergeItem): void {
  if (t.meaning === b.meaning && isWrittenAlike(merging, { b, m, t })) return transplant(merging, m, t)
  const isPlain = [b, m, t].every(
    (list) => !list.isFlow && list.children.length > 0 && list.children.length <= MAX_ITEMS,
  )
  if (!isPlain)
    return t.meaning === b.meaning ? transplant(merging, m, t) : addConflict(merging, { b, m, t }, 'both-changed')
  const name = nameOf([b, m, t])
  const ids = (list: Place) => identities(list, name)
  const own: Own = { items: new Map(ids(t).map((id, index) => [id, t.children[index]])), behind: undefined, mergeItem }
  const [before, after] = [ids(b), ids(m)]
  const mark = { splices: merging.splices.length, conflicts: merging.conflicts.length, taken: merging.taken.length }
  const edits = editsOf(before, after)
  for (const edit of edits) applyEdit(merging, { b, m, t }, { edit, before, after, own })
  // A list without items would be nothing at all, so whoever empties it is asked.
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

/** The key whose value names every item of all three lists, once each. */
function nameOf(lists: readonly Place[]): string | undefined {
  return NAMES.find((name) =>
    lists.every((list) => {
      const values = list.children.map((item) => item.byKey.get(name))
      return (
        values.every((value) => value?.kind === 'scalar') &&
        new Set(values.map((value) => value?.meaning)).size === values.length
      )
    }),
  )
}

function identities(list: Place, name: string | undefined): string[] {
  const seen = new Map<number, number>()
  return list.children.map((item) => {
    const meaning = (name === undefined ? item : item.byKey.get(name))?.meaning ?? item.meaning
    const count = (seen.get(meaning) ?? 0) + 1
    seen.set(meaning, count)
    return `${meaning}#${count}`
  })
}

interface Own {
  items: Map<string, Place | undefined>
  /** The item of theirs behind which the next new one goes. */
  behind: Place | undefined
  mergeItem: MergeItem
}

interface ListEdit {
  base: number | undefined
  mine: number | undefined
}

/** Every item of base and mine in order: kept, changed in its place, taken out, or new. */
function editsOf(before: string[], after: string[]): ListEdit[] {
  const edits: ListEdit[] = []
  let [base, mine] = [0, 0]
  const keep = (until: number) => {
    while (base < until) edits.push({ base: base++, mine: mine++ })
  }
  for (const { was, now } of lineDiff(before, after)) {
    keep(was[0])
    const pairs = was[1] === now[1]
    for (let index = 0; index < was[1]; index += 1) edits.push({ base: base++, mine: pairs ? mine++ : undefined })
    while (mine < now[0] + now[1]) edits.push({ base: undefined, mine: mine++ })
  }
  keep(before.length)
  return edits
}

function applyEdit(
  merging: Merging,
  { b, m, t }: Trio,
  { edit, before, after, own }: { edit: ListEdit; before: string[]; after: string[]; own: Own },
): void {
  const [base, mine] = [b.children[edit.base ?? -1], m.children[edit.mine ?? -1]]
  const [id, newId] = [before[edit.base ?? -1] ?? '', after[edit.mine ?? -1] ?? '']
  if (!base) {
    if (mine) addItem(merging, mine, { t, own, id: newId })
    return
  }
  const theirs = own.items.get(id)
  if (mine && theirs) own.mergeItem(merging, { b: base, m: mine, t: theirs })
  else if (mine && mine.meaning !== base.meaning) {
    if (!own.items.has(newId)) changeLost(merging, { b: base, m: mine, t }, own.mergeItem)
  } else if (!mine && theirs) removePlace(merging, base, theirs)
  own.behind = theirs ?? own.behind
}

/** An item that theirs knows no longer, or not by its value: its place counts if the lists are equally long. */
function changeLost(merging: Merging, { b, m, t }: Trio, mergeItem: MergeItem): void {
  const index = Number(b.path.at(-1))
  const theirs = b.parent?.children.length === t.children.length ? t.children[index] : undefined
  if (theirs) return mergeItem(merging, { b, m, t: theirs })
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
  const line =
    own.behind?.endLine ?? (Number(m.path.at(-1)) === 0 ? first.line - 1 : (t.children.at(-1)?.endLine ?? first.line))
  merging.taken.push({ path: m.path, document: merging.document })
  insertLines(merging, line, lines)
}
