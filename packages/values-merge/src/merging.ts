import type { Place, PlacedText } from './place.ts'
import type { Splice } from './splice.ts'

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
  /** The document that is being merged. */
  document: number
  /** Lines of mine that were taken over with a key, and lines of base that became a key. */
  takenLines: Set<number>
  becameKeys: Set<number>
}

/** The same place in the three texts. */
export interface Trio {
  b: Place
  m: Place
  t: Place
}

export function addConflict(merging: Merging, trio: Partial<Trio> & { t: Place }, kind: ConflictKind): void {
  const { b, m, t } = trio
  merging.conflicts.push({
    path: (m ?? b ?? t).path,
    kind,
    start: t.from,
    column: (m ?? t).column,
    document: merging.document,
    end: t.end,
    base: b ? sourceOf(merging.b, b) : '',
    mine: m ? movedSource(merging.m, m, kind === 'changed' ? m.column : t.column) : '',
  })
}

/** A value as it is written, with the white space before it. */
export function sourceOf({ text }: PlacedText, place: Place): string {
  return text.slice(place.from, place.end)
}

/** A value as it is written, its lines moved to where its key stands in another text. */
export function movedSource(placed: PlacedText, place: Place, column: number): string {
  return moved(sourceOf(placed, place), column - place.column)
}

/** Indents or outdents every line but the first. */
export function moved(source: string, by: number): string {
  if (by === 0 || !source.includes('\n')) return source
  const [first = '', ...rest] = source.split('\n')
  return [first, ...rest.map((line) => shiftedLine(line, by))].join('\n')
}

export function shiftedLine(line: string, by: number): string {
  if (line.trim() === '') return line
  if (by >= 0) return ' '.repeat(by) + line
  const spaces = line.length - line.trimStart().length
  return line.slice(Math.min(-by, spaces))
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
