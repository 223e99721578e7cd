/** The replacement for a range of a text. */
export interface Splice {
  start: number
  end: number
  text: string
}

/** Applies all splices to a text; those at the same offset in the order they were made. Undefined when two overlap. */
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

/** Maps offsets of a text to the text with its splices applied. */
export interface MovedOffsets {
  /** After an insertion at the offset itself, or a replacement around it. */
  start: (offset: number) => number
  /** Before an insertion at the offset itself, so that a range does not include what follows it. */
  end: (offset: number) => number
}

/** Computes how splices move the offsets of a text. */
export function movedOffsets(splices: readonly Splice[]): MovedOffsets {
  const ordered = inOrder(splices)
  const shifts: number[] = [0]
  for (const { start, end, text } of ordered) shifts.push((shifts.at(-1) ?? 0) + text.length - (end - start))
  const moved = (offset: number, isBefore: (splice: Splice) => boolean) =>
    offset + (shifts[countBefore(ordered, isBefore)] ?? 0)
  return {
    start: (offset) => {
      const around = ordered[countBefore(ordered, ({ end }) => end <= offset)]
      const from = around && around.start < offset ? around.end : offset
      return moved(from, ({ end }) => end <= from)
    },
    end: (offset) => moved(offset, ({ start, end }) => end < offset || (end === offset && start < end)),
  }
}

function countBefore(ordered: readonly Splice[], isBefore: (splice: Splice) => boolean): number {
  let [low, high] = [0, ordered.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const splice = ordered[middle]
    if (splice && isBefore(splice)) low = middle + 1
    else high = middle
  }
  return low
}

function inOrder(splices: readonly Splice[]): Splice[] {
  return splices.toSorted((one, other) => one.start - other.start || one.end - other.end)
}
