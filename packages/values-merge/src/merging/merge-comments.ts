import { lineDiff } from './line-diff.ts'
import { baseItems } from './list-items.ts'
import { insertLines, behindLine, type Merging } from './merging.ts'
import { shiftedLine } from '../places/written-value.ts'
import type { Place, PlacedText } from '../places/place.ts'

const END = '\u0000end'

/** Applies mine's changes to comments and blank lines, matched by the key that follows them. */
export function mergeComments(merging: Merging): void {
  const { b, m, t } = merging
  const owners = { b: ownersOf(b, b), m: ownersOf(m, b), t: ownersOf(t, b) }
  const base = runsOf(b, owners.b, (owner) => owners.m.has(owner))
  const mine = runsOf(m, owners.m, (owner) => owners.b.has(owner))
  const theirs = runsOf(t, owners.t, (owner) => owners.b.has(owner) && owners.m.has(owner))
  for (const [owner, lines] of base) {
    const was = lines.filter((line) => !merging.settledLines.b.has(line))
    const now = (mine.get(owner) ?? []).filter((line) => !merging.settledLines.m.has(line))
    mergeRun(merging, {
      was,
      now,
      own: theirs.get(owner) ?? [],
      ownLine: owners.t.get(owner)?.line ?? (owner === END ? t.lines.length : -1),
      owner,
    })
  }
  for (const [owner, place] of owners.b) {
    const own = owners.m.get(owner)
    if (own) mergeTail(merging, { b: place, m: own, t: owners.t.get(owner) })
  }
}

/** Every place that begins with a key or a dash, by document and path in base. */
function ownersOf(placed: PlacedText, base: PlacedText): Map<string, Place> {
  const owners = new Map<string, Place>()
  const stack = placed.roots.map((root, index): Owner => [root, String(index), base.roots[index]]).toReversed()
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [place, id] = next
    if (place.parent && !place.parent.isFlow) owners.set(id, place)
    stack.push(...ownersBelow(next).toReversed())
  }
  return owners
}

/** A place, its id, and the same place in base. */
type Owner = [place: Place, id: string, base: Place | undefined]

/**
 * Items move when others are inserted before them, so they are identified by the item of base that they correspond to.
 */
function ownersBelow([place, id, base]: Owner): Owner[] {
  const known = place.kind === 'seq' && base?.kind === 'seq' ? baseItems(base, place) : undefined
  return place.children.map((child) => {
    const step = child.path.at(-1)
    const was = known ? known.get(child) : base?.byKey.get(String(step))
    const isNew = typeof step === 'number' && !was
    return [child, `${id}\u0000${isNew ? `+${step}` : JSON.stringify((was ?? child).path.at(-1))}`, was]
  })
}

/** For each owner that counts, the line numbers of the comments and blank lines before it. */
function runsOf(
  placed: PlacedText,
  owners: ReadonlyMap<string, Place>,
  counts: (owner: string) => boolean,
): Map<string, number[]> {
  const runs = new Map<string, number[]>()
  let carried: number[] = []
  let line = 0
  const collect = (until: number) => {
    for (; line < until; line += 1) if (/^\s*(?:#|\r?$)/.test(placed.lines[line] ?? '')) carried.push(line)
  }
  for (const [owner, place] of owners) {
    collect(place.line)
    const { children } = place
    line = Math.max(line, children.length > 0 && !place.isFlow ? place.line + 1 : place.endLine + 1)
    if (!counts(owner)) continue
    runs.set(owner, carried)
    carried = []
  }
  // What follows the last line break is not a line.
  collect(placed.lines.at(-1) === '' ? placed.lines.length - 1 : placed.lines.length)
  runs.set(END, carried)
  return runs
}

interface RunTrio {
  was: number[]
  now: number[]
  own: number[]
  ownLine: number
  owner: string
}

function mergeRun(merging: Merging, run: RunTrio): void {
  const linesAt = (placed: PlacedText, numbers: number[]) => numbers.map((line) => placed.lines[line] ?? '')
  const [was, now, own] = [linesAt(merging.b, run.was), linesAt(merging.m, run.now), linesAt(merging.t, run.own)]
  if (was.join('\n') === now.join('\n')) return
  const toOwn = matches(
    was.map((text) => text.trim()),
    own.map((text) => text.trim()),
  )
  for (const change of lineDiff(was, now)) {
    const [start, length] = change.was
    const hit = Array.from({ length }, (_, index) => toOwn.get(start + index)).flatMap((at) =>
      at === undefined ? [] : [run.own[at] ?? -1],
    )
    const lines = now.slice(change.now[0], change.now[0] + change.now[1])
    if (hit.length === length && length > 0) replaceEach(merging, hit, lines)
    else if (lines.length > 0) insertBeside(merging, { run, lines, before: toOwn.get(start - 1) })
    else for (const line of hit) cutLine(merging, line)
  }
}

/** Maps the lines of one run to equal lines of another, by their longest common subsequence. */
function matches(was: string[], own: string[]): Map<number, number> {
  const found = new Map<number, number>()
  let [one, other] = [0, 0]
  for (const { was: from, now: to } of lineDiff(was, own)) {
    while (one < from[0]) found.set(one++, other++)
    one = from[0] + from[1]
    other = to[0] + to[1]
  }
  while (one < was.length) found.set(one++, other++)
  return found
}

function replaceEach(merging: Merging, hit: number[], lines: string[]): void {
  for (const [index, line] of hit.entries()) {
    const isLast = index === hit.length - 1
    const texts = isLast ? lines.slice(index) : lines.slice(index, index + 1)
    if (texts.length === 0) cutLine(merging, line)
    else replaceLine(merging, line, texts)
  }
}

function replaceLine(merging: Merging, line: number, texts: string[]): void {
  const start = merging.t.lineStarts[line] ?? 0
  const was = merging.t.lines[line] ?? ''
  const indentation = was.length - was.trimStart().length
  const [first = ''] = texts
  const by = was.trim() === '' ? 0 : indentation - (first.length - first.trimStart().length)
  merging.splices.push({ start, end: start + was.length, text: texts.map((text) => shiftedLine(text, by)).join('\n') })
}

function cutLine(merging: Merging, line: number): void {
  merging.splices.push({ start: merging.t.lineStarts[line] ?? 0, end: behindLine(merging.t, line), text: '' })
}

function insertBeside(merging: Merging, at: { run: RunTrio; lines: string[]; before: number | undefined }): void {
  const { run, lines, before } = at
  const behind = before === undefined ? run.ownLine - 1 : (run.own[before] ?? -1)
  const isGone = before === undefined && run.ownLine < 0
  if (!isGone) return insertLines(merging, behind, lines)
  const path = run.owner
    .split('\u0000')
    .slice(1)
    .map((step) => JSON.parse(step) as string | number)
  merging.leftOut.push({ path, text: lines.join('\n') })
}

/** Merges a comment on the same line after a value. */
function mergeTail(merging: Merging, { b, m, t }: { b: Place; m: Place; t: Place | undefined }): void {
  const [was, now, own] = [tailOf(merging.b, b), tailOf(merging.m, m), t && tailOf(merging.t, t)]
  if (!was || !now || was.text === now.text || now.text === own?.text) return
  if (t && merging.removed.has(t)) return
  if (own?.text === was.text)
    merging.splices.push({ start: own.start, end: own.start + own.text.length, text: now.text })
  else if (now.text.trim() !== '') merging.leftOut.push({ path: m.path, text: now.text.trim() })
}

function tailOf({ text, lineStarts, lines }: PlacedText, place: Place): { start: number; text: string } | undefined {
  const isBlock = place.kind !== 'scalar' && !place.isFlow
  const start = isBlock ? place.from : place.end
  const line = isBlock ? place.line : place.endLine
  const end = (lineStarts[line] ?? 0) + (lines[line] ?? '').length
  const tail = text.slice(start, end)
  return start <= end && /^\s*(?:#|$)/.test(tail) ? { start, text: tail } : undefined
}
