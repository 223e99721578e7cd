import { diffIndices } from 'node-diff3'

/** The most pairs of equal lines to compare; blank lines alone can make very many. */
const MAX_PAIRS = 200_000

/** A difference between two lists of lines: first line and number of lines in each. */
export interface LineChange {
  was: readonly [start: number, count: number]
  now: readonly [start: number, count: number]
}

/** The changes between two lists, in order; a single change for everything when comparing would take too long. */
export function lineDiff(was: readonly string[], now: readonly string[]): LineChange[] {
  const shorter = Math.min(was.length, now.length)
  let head = 0
  while (head < shorter && was[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && was[was.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const [one, other] = [was.slice(head, was.length - tail), now.slice(head, now.length - tail)]
  if (one.length === 0 && other.length === 0) return []
  if (one.length === 0 || other.length === 0 || pairsOf(one, other) > MAX_PAIRS)
    return [{ was: [head, one.length], now: [head, other.length] }]
  return diffIndices(one, other).map(({ buffer1, buffer2 }) => ({
    was: [buffer1[0] + head, buffer1[1]],
    now: [buffer2[0] + head, buffer2[1]],
  }))
}

function pairsOf(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const line of one) counts.set(line, (counts.get(line) ?? 0) + 1)
  return other.reduce((sum, line) => sum + (counts.get(line) ?? 0), one.length)
}
