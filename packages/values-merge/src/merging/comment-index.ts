import type { PlacedText } from '../places/place.ts'

/** As many places of one and the same comment are looked at. */
const MAX_CANDIDATES = 200

/** What a merge asks of the lines of base and theirs for every new key. */
export interface CommentIndex {
  /** Every line of base. */
  baseLines: ReadonlySet<string>
  /** Lines of base by what they would be without their number sign. */
  uncommented: ReadonlyMap<string, readonly number[]>
  /** Lines of theirs by their text. */
  theirs: ReadonlyMap<string, readonly number[]>
}

/** What is looked up of both texts for each comment, gathered once. */
export function commentIndex(b: PlacedText, t: PlacedText): CommentIndex {
  return {
    baseLines: new Set(b.lines),
    uncommented: linesBy(b.lines, uncommented),
    theirs: linesBy(t.lines, (line) => line),
  }
}

/** What a line that is a comment would say without its `#`; undefined for any other line. */
export function uncommented(line: string | undefined): string | undefined {
  const match = /^\s*#\s*(.*?)\s*$/.exec(line ?? '')
  return match?.[1]
}

/** The lines in a range, of those that are in order. */
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
