import { diffIndices } from 'node-diff3'
import { movedSource, sourceOf, type Merging, type Trio } from './merging.ts'

/** More lines than this are asked about as a whole, so that comparing them stays cheap. */
const MAX_LINES = 2_000

/** Merges texts of several lines by their lines; false where they are none or where both sides changed the same lines. */
export function mergeBlock(merging: Merging, { b, m, t }: Trio): boolean {
  if ([b, m, t].some(({ kind }) => kind !== 'scalar')) return false
  const base = sourceOf(merging.b, b).split('\n')
  const mine = movedSource(merging.m, m, b.column).split('\n')
  const theirs = movedSource(merging.t, t, b.column).split('\n')
  if (![base, mine, theirs].every((lines) => /^\s*[|>]/.test(lines[0] ?? '') && lines.length <= MAX_LINES)) return false
  const merged = mergeLines(base, mine, theirs)
  if (!merged) return false
  const by = t.column - b.column
  const [first = '', ...rest] = merged
  const text = [
    first,
    ...rest.map((line) => (by > 0 && line.trim() ? ' '.repeat(by) + line : line.slice(Math.max(0, -by)))),
  ]
  merging.splices.push({ start: t.from, end: t.end, text: text.join('\n') })
  return true
}

/** Undefined where a line of mine's change stands elsewhere too, or theirs changed it: then a person must look. */
function mergeLines(base: string[], mine: string[], theirs: string[]): string[] | undefined {
  const toTheirs = new Map<number, number>()
  let atBase = 0
  let atTheirs = 0
  for (const { buffer1, buffer2 } of [...diffIndices(base, theirs), endOf(base, theirs)]) {
    for (; atBase < buffer1[0]; atBase += 1, atTheirs += 1) toTheirs.set(atBase, atTheirs)
    atBase = buffer1[0] + buffer1[1]
    atTheirs = buffer2[0] + buffer2[1]
  }
  const merged = [...theirs]
  for (const { buffer1, buffer2Content } of diffIndices(base, mine).toReversed()) {
    const [start, length] = buffer1
    const at = length > 0 ? toTheirs.get(start) : (toTheirs.get(start - 1) ?? -2) + 1
    if (at === undefined || at < 0) return undefined
    for (let index = start; index < start + length; index += 1) {
      const line = (base[index] ?? '').trim()
      if (toTheirs.get(index) !== at + index - start || !isOnce(base, line) || !isOnce(theirs, line)) return undefined
    }
    merged.splice(at, length, ...buffer2Content)
  }
  return merged
}

function isOnce(lines: readonly string[], wanted: string): boolean {
  return lines.filter((line) => line.trim() === wanted).length < 2
}

function endOf(base: string[], theirs: string[]) {
  return { buffer1: [base.length, 0] as const, buffer2: [theirs.length, 0] as const }
}
