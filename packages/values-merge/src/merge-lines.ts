import { lineDiff, type LineChange } from './merging/line-diff.ts'
import type { MergeInput } from './merge-values.ts'

interface Edit extends LineChange {
  lines: readonly string[]
}

/** Merges texts of any kind line by line; undefined when both sides changed the same or adjacent lines differently. */
export function mergeLines({ base, mine, theirs }: MergeInput): string | undefined {
  const was = base.split('\n')
  const [own, other] = [mine, theirs].map((text) => editsOf(was, text.split('\n')))
  if (!own || !other) return undefined
  const edits = [...own, ...other].toSorted((a, b) => a.was[0] - b.was[0])
  const areApart = edits.every((edit, at) => {
    const before = edits[at - 1]
    return !before || before.was[0] + before.was[1] < edit.was[0] || isSame(before, edit)
  })
  return areApart ? written(was, edits) : undefined
}

const editsOf = (was: readonly string[], now: readonly string[]): Edit[] =>
  lineDiff(was, now).map((change) => ({ ...change, lines: now.slice(change.now[0], change.now[0] + change.now[1]) }))

/** True when both sides made the same change. */
const isSame = (one: Edit, other: Edit) =>
  one.was[0] === other.was[0] && one.was[1] === other.was[1] && one.lines.join('\n') === other.lines.join('\n')

function written(was: readonly string[], edits: readonly Edit[]): string {
  const lines: string[] = []
  let at = 0
  for (const [index, edit] of edits.entries()) {
    const before = edits[index - 1]
    if (before && isSame(before, edit)) continue
    lines.push(...was.slice(at, edit.was[0]), ...edit.lines)
    at = edit.was[0] + edit.was[1]
  }
  return [...lines, ...was.slice(at)].join('\n')
}
