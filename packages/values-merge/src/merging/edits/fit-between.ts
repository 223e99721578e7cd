import type { Merging } from '../merging.ts'
import { keyOf, type Place, type PlacedText } from '../../places/place.ts'

/** Where to insert new lines of mine in theirs, and the empty lines to put around them. */
export interface Fit {
  /** The line of theirs before the new ones. */
  line: number
  above: number
  below: number
}

interface Neighbours {
  b: Place
  /** The previous sibling that theirs has too. */
  behind: Place
  isNew: (place: Place) => boolean
}

/**
 * Inserts after the comments and empty lines that mine and theirs share between two siblings, with the empty lines that
 * mine added there. Empty lines that base has too are left to theirs, which may have removed them.
 */
export function fitBetween(merging: Merging, place: Place, { b, behind, isNew }: Neighbours): Fit {
  const { m } = merging
  const siblings = place.parent?.children ?? []
  const isFirst = !isNew(siblings[place.index - 1] ?? behind)
  const isLast = !isNew(siblings[place.index + 1] ?? behind)
  const head = siblings.findLast(({ index }) => index <= place.index && !isNew(siblings[index - 1] ?? behind))
  const tail = siblings.find(({ index }) => index >= place.index && !isNew(siblings[index + 1] ?? behind))
  const before = siblings[(head?.index ?? 0) - 1]
  const was = before && b.byKey.get(keyOf(before))
  if (!tail || !before || !was || keyOf(before) !== keyOf(behind)) return { line: behind.endLine, above: 0, below: 0 }
  const [mine, theirs, ended] = [linesBelow(m, before), linesBelow(merging.t, behind), linesBelow(m, tail)]
  let shared = 0
  while (shared < mine.length && m.lines[mine[shared] ?? 0] === merging.t.lines[theirs[shared] ?? -1]) shared += 1
  const added =
    emptyOf(m, mine).length + emptyOf(m, ended).length - emptyOf(merging.b, linesBelow(merging.b, was)).length
  const above = emptyOf(m, mine.slice(shared)).slice(0, Math.max(0, added))
  const missing = emptyOf(m, ended).length - emptyOf(merging.t, theirs.slice(shared)).length
  const below = emptyOf(m, ended).slice(0, Math.max(0, Math.min(added - above.length, missing)))
  const between = isFirst ? above : emptyOf(m, linesBelow(m, siblings[place.index - 1] ?? before))
  const own = [...between, ...(isLast ? below : [])]
  for (const line of own) merging.settledLines.m.add(line)
  return { line: behind.endLine + shared, above: between.length, below: own.length - between.length }
}

const emptyOf = ({ lines }: PlacedText, of: readonly number[]) => of.filter((line) => (lines[line] ?? '').trim() === '')

/**
 * The comments and empty lines after a place, up to the next content; what follows the last line break is not a line.
 */
function linesBelow({ lines }: PlacedText, { endLine }: Place): number[] {
  const last = lines.at(-1) === '' ? lines.length - 1 : lines.length
  const below: number[] = []
  for (let line = endLine + 1; line < last && /^\s*(?:#|$)/.test(lines[line] ?? ''); line += 1) below.push(line)
  return below
}
