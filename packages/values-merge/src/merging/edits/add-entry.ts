import { askToAdd, beginsLine, insertLines, settleLines, type Merging } from '../merging.ts'
import { shiftedLine } from '../../places/written-value.ts'
import { fitBetween } from './fit-between.ts'
import { linesWithin, uncommented } from '../comment-index.ts'
import { keyOf, type Place, type PlacedText } from '../../places/place.ts'

/** A comment that belongs to a map may follow its last key, but hardly more than a page or two further down. */
const LINES_BELOW_A_MAP = 200
/** This many equal lines around two places identify them; comparing more would only take time. */
const LINES_AROUND = 8

interface Around {
  b: Place
  t: Place
  /** The previous sibling that theirs has too. */
  behind: Place | undefined
}

/**
 * Adds a key of mine that neither base nor theirs has: in place of the comment it was made from, or after the same
 * sibling.
 */
export function addEntry(merging: Merging, m: Place, { b, t, behind }: Around): void {
  if (t.isFlow || t.children.length === 0) return addToFlow(merging, m, t)
  const pad = t.children[0]?.column ?? 0
  if (m.parent?.isFlow && m.endLine > m.line) return askToAdd(merging, m, t)
  merging.taken.push({ path: m.path, document: merging.document })
  settleLines(merging, { m })
  const lines = linesOf(merging, m, pad)
  const comment = commentLines(merging, m, { b, mine: lines, pad })
  if (comment !== undefined) {
    const own = ownComment(merging, comment, { count: lines.length, t })
    for (let line = comment; line < comment + lines.length; line += 1) merging.settledLines.b.add(line)
    if (own !== undefined) return replaceLines(merging, own, lines)
  }
  const own = [...leadingComments(merging, m, pad), ...lines]
  if (!behind) return insertLines(merging, anchorLine(merging, m, t), own)
  const isNew = (place: Place) => !t.byKey.has(keyOf(place)) && !b.byKey.has(keyOf(place))
  const { line, above, below } = fitBetween(merging, m, { b, behind, isNew })
  insertLines(merging, line, [...emptyLines(above), ...own, ...emptyLines(below)])
}

const emptyLines = (count: number) => Array.from({ length: count }, () => '')

function addToFlow(merging: Merging, m: Place, t: Place): void {
  const source = merging.m.text.slice(m.keyStart, m.end)
  if (source.includes('\n') || !t.isFlow || (t.start === t.from && t.parent)) return askToAdd(merging, m, t)
  merging.taken.push({ path: m.path, document: merging.document })
  merging.splices.push({
    start: t.start + 1,
    end: t.start + 1,
    text: t.children.length > 0 ? ` ${source},` : ` ${source} `,
  })
}

/** The lines of a key and its value, moved to the column of the keys in theirs. */
function linesOf({ m: placed }: Merging, m: Place, pad: number): string[] {
  if (m.parent?.isFlow) return [' '.repeat(pad) + placed.text.slice(m.keyStart, m.end)]
  const all = placed.lines.slice(m.line, m.endLine + 1)
  const [first = '', ...rest] = all
  return [' '.repeat(pad) + first.slice(m.column), ...rest.map((line) => shiftedLine(line, pad - m.column))]
}

/** Collects the comments above a new key, which belong to it. */
export function leadingComments(merging: Merging, m: Place, pad: number): string[] {
  const lines: string[] = []
  for (let line = m.line - 1; line >= 0; line -= 1) {
    const text = merging.m.lines[line] ?? ''
    if (!text.trimStart().startsWith('#') || merging.index.baseLines.has(text)) break
    merging.settledLines.m.add(line)
    lines.push(shiftedLine(text, pad - m.column))
  }
  return lines.toReversed()
}

/** The line of base that has the key as a comment. */
function commentLines(merging: Merging, m: Place, at: { b: Place; mine: string[]; pad: number }): number | undefined {
  const wanted = at.mine.map((line) => shiftedLine(line, m.column - at.pad).trim())
  const { parent } = at.b
  const until = Math.min(merging.b.lines.length, parent ? at.b.endLine + LINES_BELOW_A_MAP : Infinity)
  let best: { line: number; score: number } | undefined
  const candidates = merging.index.uncommented.get(wanted[0] ?? '')
  for (const line of linesWithin(candidates, parent ? at.b.line : 0, until)) {
    if (!wanted.every((text, index) => uncommented(merging.b.lines[line + index]) === text)) continue
    const score = surroundings(merging.b, merging.m, { line, own: m.line, count: wanted.length })
    if (score > (best?.score ?? -1)) best = { line, score }
  }
  return best?.line
}

/** The line of the same comment in theirs; if there are several, the one with the most similar surroundings. */
function ownComment(merging: Merging, line: number, at: { count: number; t: Place }): number | undefined {
  const { b, t } = merging
  const wanted = b.lines.slice(line, line + at.count)
  let best: { line: number; score: number } | undefined
  const first = at.t.parent ? at.t.line : 0
  const last = at.t.parent ? followingLine(t, at.t) : t.lines.length
  for (const own of linesWithin(merging.index.theirs.get(wanted[0] ?? ''), first, last)) {
    if (!wanted.every((text, index) => t.lines[own + index] === text)) continue
    const score = surroundings(b, t, { line, own, count: at.count })
    if (score > (best?.score ?? -1)) best = { line: own, score }
  }
  return best?.line
}

function followingLine(placed: PlacedText, place: Place): number {
  let line = place.endLine + 1
  while (line < placed.lines.length && /^\s*(?:#|$)/.test(placed.lines[line] ?? '')) line += 1
  return line
}

/** The number of equal lines around two places. */
function surroundings(one: PlacedText, other: PlacedText, at: { line: number; own: number; count: number }): number {
  let above = 0
  while (above < LINES_AROUND && other.lines[at.own - above - 1] === one.lines[at.line - above - 1]) above += 1
  let below = 0
  while (below < LINES_AROUND && other.lines[at.own + at.count + below] === one.lines[at.line + at.count + below])
    below += 1
  return above + below
}

function replaceLines(merging: Merging, line: number, lines: readonly string[]): void {
  const start = merging.t.lineStarts[line] ?? 0
  const lastLine = line + lines.length - 1
  const end = (merging.t.lineStarts[lastLine] ?? 0) + (merging.t.lines[lastLine] ?? '').length
  merging.splices.push({ start, end, text: lines.join('\n') })
}

/** The line of theirs after which to add a new key that has no previous sibling there. */
function anchorLine(merging: Merging, m: Place, t: Place): number {
  const { t: placed } = merging
  const first = t.children[0]
  if (first && m.index === 0 && beginsLine(placed, first)) return first.line - 1 - commentsAbove(merging, m, first)
  return t.children.at(-1)?.endLine ?? t.endLine
}

/**
 * The number of comments above the first key of theirs that mine has above the key after its new one: they stay with
 * that key.
 */
function commentsAbove({ m, t }: Merging, added: Place, first: Place): number {
  const next = added.parent?.children[added.index + 1]
  let count = 0
  if (!next) return count
  for (;;) {
    const text = t.lines[first.line - 1 - count] ?? ''
    const own = next.line - 1 - count
    if (!text.trimStart().startsWith('#') || own <= added.endLine || m.lines[own] !== text) return count
    count += 1
  }
}
