import { lineDiff, type LineChange } from './line-diff.ts'
import type { Merging, Trio } from './merging.ts'
import { movedSource, sourceOf } from '../places/written-value.ts'

/** Texts with more lines become one conflict, so that comparing stays cheap. */
const MAX_LINES = 2_000

/** Merges multi-line texts line by line; false when one is not such a text or both sides changed the same lines. */
export function mergeBlock(merging: Merging, { b, m, t }: Trio): boolean {
  if ([b, m, t].some(({ kind }) => kind !== 'scalar')) return false
  const base = sourceOf(merging.b, b).split('\n')
  const mine = movedSource(merging.m, m, b.column).split('\n')
  const theirs = movedSource(merging.t, t, b.column).split('\n')
  if (![base, mine, theirs].every((lines) => /^\s*[|>]/.test(lines[0] ?? '') && lines.length <= MAX_LINES)) return false
  const merged = mergedLines(base, mine, theirs)
  if (!merged) return false
  merging.taken.push({ path: m.path, document: merging.document })
  const by = t.column - b.column
  const [first = '', ...rest] = merged
  const text = [
    first,
    ...rest.map((line) => (by > 0 && line.trim() ? ' '.repeat(by) + line : line.slice(Math.max(0, -by)))),
  ]
  merging.splices.push({ start: t.from, end: t.end, text: text.join('\n') })
  return true
}

/** Undefined when a changed line of mine is ambiguous or was changed by theirs too: a person must then decide. */
function mergedLines(base: string[], mine: string[], theirs: string[]): string[] | undefined {
  const end: LineChange = { was: [base.length, 0], now: [theirs.length, 0] }
  const toTheirs = new Map<number, number>()
  let atBase = 0
  let atTheirs = 0
  for (const { was, now } of [...lineDiff(base, theirs), end]) {
    for (; atBase < was[0]; atBase += 1, atTheirs += 1) toTheirs.set(atBase, atTheirs)
    atBase = was[0] + was[1]
    atTheirs = now[0] + now[1]
  }
  const merged = [...theirs]
  for (const { was, now } of lineDiff(base, mine).toReversed()) {
    const [start, length] = was
    const at = length > 0 ? toTheirs.get(start) : (toTheirs.get(start - 1) ?? -2) + 1
    if (at === undefined || at < 0) return undefined
    for (let index = start; index < start + length; index += 1) {
      const line = (base[index] ?? '').trim()
      if (toTheirs.get(index) !== at + index - start || !isOnce(base, line) || !isOnce(theirs, line)) return undefined
    }
    merged.splice(at, length, ...mine.slice(now[0], now[0] + now[1]))
  }
  return merged
}

function isOnce(lines: readonly string[], wanted: string): boolean {
  return lines.filter((line) => line.trim() === wanted).length < 2
}
