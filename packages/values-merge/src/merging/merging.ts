import { bothOf } from '../deciding/both.ts'
import type { CommentIndex } from './comment-index.ts'
import type { NearestKey } from '../places/nearest-key.ts'
import { movedSource, sourceOf } from '../places/written-value.ts'
import type { Place, PlacedText } from '../places/place.ts'
import type { Splice } from '../places/splice.ts'

/** Why the two sides conflict. `changed` means that the new version has another kind of value there. */
export type ConflictKind = 'both-changed' | 'both-added' | 'removed-and-changed' | 'gone' | 'changed' | 'text'

/** A place that the two sides changed differently, with the splice into theirs for each choice. */
export interface OpenConflict {
  path: readonly (string | number)[]
  kind: ConflictKind
  /** Offsets in the new version's defaults. */
  start: number
  end: number
  base: string
  column: number
  document: number
  /** The text to splice in for mine. */
  mine: string
  /** The key of the new version most similar to the one that is gone. */
  nearest?: string
  /** The text to splice in for both, if they can be combined. */
  both?: string
  /** The place of the value in theirs, or of its nearest parent there. */
  place: Place
}

/** A place of one document. */
export interface TakenOver {
  path: readonly (string | number)[]
  document: number
}

/** A comment of mine whose place is gone. */
export interface LeftOut {
  path: readonly (string | number)[]
  text: string
}

/** The state of a merge in progress. */
export interface Merging {
  b: PlacedText
  m: PlacedText
  t: PlacedText
  splices: Splice[]
  conflicts: OpenConflict[]
  leftOut: LeftOut[]
  /** Changes of mine that were applied without a conflict. */
  taken: TakenOver[]
  /** Places removed from theirs. */
  removed: Map<Place, Splice>
  /** The index of the document being merged. */
  document: number
  /** Lines whose comments are settled: they belong to a value that was applied or is in a conflict, or became a key. */
  settledLines: Record<'b' | 'm', Set<number>>
  /** Built once, because every new key uses it. */
  index: CommentIndex
  nearest: NearestKey
}

/** The same place in the three texts. */
export interface Trio {
  b: Place
  m: Place
  t: Place
}

/** Marks the comments within a value's lines as settled: they go where the value goes. */
export function settleLines(merging: Merging, { b, m }: { b?: Place | undefined; m?: Place | undefined }): void {
  for (const [side, place] of [
    ['b', b],
    ['m', m],
  ] as const)
    for (let line = place?.line ?? 0; place && line <= place.endLine; line += 1) merging.settledLines[side].add(line)
}

/** Records a conflict, and settles its lines. */
export function addConflict(merging: Merging, trio: Partial<Trio> & { t: Place }, kind: ConflictKind): void {
  const { b, m, t } = trio
  settleLines(merging, trio)
  const both = m && bothOf({ mine: merging.m, theirs: merging.t }, m, t)
  merging.conflicts.push({
    path: (m ?? b ?? t).path,
    kind,
    start: t.from,
    column: (m ?? t).column,
    document: merging.document,
    end: t.end,
    base: b ? sourceOf(merging.b, b) : '',
    mine: m ? movedSource(merging.m, m, kind === 'changed' ? m.column : t.column) : '',
    place: t,
    ...(both === undefined ? {} : { both }),
  })
}

/**
 * Records a conflict for a key or item of mine that cannot be written into theirs as it is; `t` is the parent it
 * belongs in.
 */
export function askToAdd(merging: Merging, m: Place, t: Place): void {
  settleLines(merging, { m })
  merging.conflicts.push({
    path: m.path,
    kind: 'changed',
    start: t.end,
    end: t.end,
    place: t,
    column: m.column,
    document: merging.document,
    base: '',
    mine: sourceOf(merging.m, m),
  })
}

/** The offset after a line and its line break. */
export function behindLine({ text, lineStarts }: PlacedText, line: number): number {
  return lineStarts[line + 1] ?? text.length
}

/** Inserts whole lines after a line of theirs; -1 inserts them at the beginning. */
export function insertLines(merging: Merging, line: number, lines: readonly string[]): void {
  const { t } = merging
  const at = line < 0 ? 0 : behindLine(t, line)
  const isLast = line >= 0 && line + 1 >= t.lines.length
  merging.splices.push({ start: at, end: at, text: isLast ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` })
}

/** Whether only white space precedes a key on its line. */
export function beginsLine({ lines }: PlacedText, place: Place): boolean {
  return (lines[place.line] ?? '').slice(0, place.column).trim() === ''
}
