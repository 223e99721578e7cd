import { bothOf } from '../deciding/both.ts'
import type { CommentIndex } from './comment-index.ts'
import type { NearestKey } from '../places/nearest-key.ts'
import { movedSource, sourceOf } from '../places/written-value.ts'
import type { Place, PlacedText } from '../places/place.ts'
import type { Splice } from '../places/splice.ts'

/** Why both texts cannot be had. `changed` means that the new version has another kind of value there. */
export type ConflictKind = 'both-changed' | 'both-added' | 'removed-and-changed' | 'gone' | 'changed' | 'text'

/** A place the two sides changed differently, with what would be spliced into the new defaults for each of them. */
export interface OpenConflict {
  path: readonly (string | number)[]
  kind: ConflictKind
  /** Of the new defaults. */
  start: number
  end: number
  base: string
  column: number
  document: number
  /** What choosing mine would splice in. */
  mine: string
  /** The key of the new version that is most like the one that is gone. */
  nearest?: string
  /** What choosing both would splice in, where both can be had. */
  both?: string
  /** Of theirs: where the value stands, or the nearest place above it that theirs has. */
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

/** One merge on its way. */
export interface Merging {
  b: PlacedText
  m: PlacedText
  t: PlacedText
  splices: Splice[]
  conflicts: OpenConflict[]
  leftOut: LeftOut[]
  /** What was taken over from mine without asking. */
  taken: TakenOver[]
  /** Places of theirs that were taken out. */
  removed: Map<Place, Splice>
  /** The document that is being merged. */
  document: number
  /** Lines whose comments are no longer asked about: they go with a value that was taken over or is asked about, or became a key. */
  settledLines: Record<'b' | 'm', Set<number>>
  /** Made once, as every new key asks it. */
  index: CommentIndex
  nearest: NearestKey
}

/** The same place in the three texts. */
export interface Trio {
  b: Place
  m: Place
  t: Place
}

/** What stands within the lines of a value goes where the value goes. */
export function settleLines(merging: Merging, { b, m }: { b?: Place | undefined; m?: Place | undefined }): void {
  for (const [side, place] of [
    ['b', b],
    ['m', m],
  ] as const)
    for (let line = place?.line ?? 0; place && line <= place.endLine; line += 1) merging.settledLines[side].add(line)
}

/** Records that a place differs on both sides, and takes its lines out of what is still to be merged. */
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

/** Asks about a key or item of mine that theirs has no place for as it is written: `t` is what it would stand in. */
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

/** The offset behind a line and its break. */
export function behindLine({ text, lineStarts }: PlacedText, line: number): number {
  return lineStarts[line + 1] ?? text.length
}

/** Puts whole lines behind a line of the new defaults; -1 puts them first. */
export function insertLines(merging: Merging, line: number, lines: readonly string[]): void {
  const { t } = merging
  const at = line < 0 ? 0 : behindLine(t, line)
  const isLast = line >= 0 && line + 1 >= t.lines.length
  merging.splices.push({ start: at, end: at, text: isLast ? `\n${lines.join('\n')}` : `${lines.join('\n')}\n` })
}

/** Whether nothing but white space stands before a key in its line. */
export function beginsLine({ lines }: PlacedText, place: Place): boolean {
  return (lines[place.line] ?? '').slice(0, place.column).trim() === ''
}
