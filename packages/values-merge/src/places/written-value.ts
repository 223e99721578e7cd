import type { Place, PlacedText } from './place.ts'

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

/** A line moved right by so many columns, or left where `by` is negative; a blank one stays. */
export function shiftedLine(line: string, by: number): string {
  if (line.trim() === '') return line
  if (by >= 0) return ' '.repeat(by) + line
  const spaces = line.length - line.trimStart().length
  return line.slice(Math.min(-by, spaces))
}
