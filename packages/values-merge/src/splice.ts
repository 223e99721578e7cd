/** What is put in the place of a range of the new defaults. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** Puts all splices into a text, those at one place in the order they were made; undefined where two of them overlap. */
export function applySplices(text: string, splices: readonly Splice[]): string | undefined {
  const parts: string[] = []
  let at = 0
  for (const splice of inOrder(splices)) {
    if (splice.start < at) return undefined
    parts.push(text.slice(at, splice.start), splice.text)
    at = splice.end
  }
  return parts.join('') + text.slice(at)
}

/** Where an offset of the text is once the splices are in it. */
export function offsetAfter(splices: readonly Splice[]): (offset: number) => number {
  const ordered = inOrder(splices)
  const ends: number[] = []
  const shifts: number[] = [0]
  for (const { start, end, text } of ordered) {
    ends.push(end)
    shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start))
  }
  return (offset) => {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return offset + (shifts[low] ?? 0)
  }
}

function inOrder(splices: readonly Splice[]): Splice[] {
  return splices.toSorted((one, other) => one.start - other.start || one.end - other.end)
}
