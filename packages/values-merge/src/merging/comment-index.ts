import type { PlacedText } from '../places/place.ts'

/** The most occurrences of the same comment that are compared. */
const MAX_CANDIDATES = 200

/** The lines of base and theirs, indexed for the lookups that each new key needs. */
export interface CommentIndex {
  /** All lines of base. */
  baseLines: ReadonlySet<string>
  /** Line numbers in base of comments, by their text without the `#`. */
  uncommented: ReadonlyMap<string, readonly number[]>
  /** Line numbers in theirs, by their text. */
  theirs: ReadonlyMap<string, readonly number[]>
}

/** Builds the index once for a merge. */
export function commentIndex(b: PlacedText, t: PlacedText): CommentIndex {
  return {
    baseLines: new Set(b.lines),
    uncommented: linesBy(b.lines, uncommented),
    theirs: linesBy(t.lines, (line) => line),
  }
}

/** The text of a comment line without its `#`; undefined for any other line. */
export function uncommented(line: string | undefined): string | undefined {
  const match = /^\s*#\s*(.*?)\s*$/.exec(line ?? '')
  return match?.[1]
}

/** The line numbers within a range, from a sorted list. */
export function linesWithin(lines: readonly number[] | undefined, from: number, until: number): readonly number[] {
  if (!lines) return []
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return lines.slice(low, low + MAX_CANDIDATES).filter((line) => line < until)
}

function linesBy(lines: readonly string[], keyOf: (line: string) => string | undefined): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [number, line] of lines.entries()) {
    const key = keyOf(line)
    if (key === undefined) continue
    const numbers = found.get(key)
    if (numbers) numbers.push(number)
    else found.set(key, [number])
  }
  return found
}
