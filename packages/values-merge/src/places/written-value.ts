import type { Place, PlacedText } from './place.ts'

/** The source of a value, with the white space before it. */
export function sourceOf({ text }: PlacedText, place: Place): string {
  return text.slice(place.from, place.end)
}

/** The source of a value, with its lines moved to the column of its key in another text. */
export function movedSource(placed: PlacedText, place: Place, column: number): string {
  return moved(sourceOf(placed, place), column - place.column)
}

/** Changes the indentation of every line but the first. */
export function moved(source: string, by: number): string {
  if (by === 0 || !source.includes('\n')) return source
  const [first = '', ...rest] = source.split('\n')
  return [first, ...rest.map((line) => shiftedLine(line, by))].join('\n')
}

/** Moves a line right, or left if `by` is negative; a blank line is left alone. */
export function shiftedLine(line: string, by: number): string {
  if (line.trim() === '') return line
  if (by >= 0) return ' '.repeat(by) + line
  const spaces = line.length - line.trimStart().length
  return line.slice(Math.min(-by, spaces))
}
