import { nodeAt } from '../path/node-at.ts'
import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import { scalarValue } from '../yaml/yaml-scalar.ts'
import type { YamlScalar, YamlTree } from '../yaml/yaml-tree.ts'
import { fillText } from './fill-text.ts'
import { scalarAt } from './kept-value.ts'
import { MASK } from './mask.ts'
import { maskedPlaces } from './masked-places.ts'
import { unnumbered } from './number-places.ts'
import { type MaskedEdit, restoreLines } from './restore-lines.ts'

interface Trees {
  sent: YamlTree
  shown: YamlTree
  stored: YamlTree
}

/** One scalar in all three versions of the text. */
interface Scalars {
  sent: YamlScalar
  shown: YamlScalar
  stored: YamlScalar
  path: string
}

/**
 * Replaces every untouched mask in the text that a client sent with the stored value. A mask is untouched if one was
 * shown at the same path. The value's bytes are restored as stored, and quoted anew only if their surroundings changed.
 * A mask that hides nothing stays a mask.
 */
export function restoreMasks({ sent, shown, stored }: MaskedEdit): string {
  if (sent === shown) return stored
  if (!sent.includes(MASK)) return sent
  const trees = treesOf({ sent, shown, stored })
  if (!trees) return sent
  const lines = sent.split('\n')
  const inComments = restoreLines({ sent, shown, stored }, commentLines(trees.sent))
  // Restoring comments keeps the number of lines; scalars are restored from the end, so that the offsets before them
  // stay valid.
  const shift = offsetsAfter(lines, inComments.split('\n'))
  return maskedScalars(trees)
    .toSorted((a, b) => b.sent.start - a.sent.start)
    .reduce((text, scalars) => {
      const bytes = bytesOf(trees, scalars)
      const { start, end } = scalars.sent
      return text.slice(0, shift(start)) + bytes + text.slice(shift(end))
    }, inComments)
}

function treesOf(edit: MaskedEdit): Trees | null {
  const [sent, shown, stored] = [treeOf(edit.sent), treeOf(edit.shown), treeOf(edit.stored)]
  return sent && shown && stored ? { sent, shown, stored } : null
}

/** Whether the masks of a line are in a comment. */
function commentLines(tree: YamlTree): (line: number) => boolean {
  const starts = lineStarts(tree.text.split('\n'))
  const taken = new Set(maskedPlaces(tree).flatMap(({ start, end }) => linesOf(starts, start, end)))
  return (line) => !taken.has(line)
}

function linesOf(starts: readonly number[], start: number, end: number): number[] {
  return starts.flatMap((at, line) => (at < end && (starts[line + 1] ?? Infinity) > start ? [line] : []))
}

function lineStarts(lines: readonly string[]): number[] {
  let at = 0
  return lines.map((line) => {
    const start = at
    at += line.length + 1
    return start
  })
}

/** Maps an offset in the first lines to the second ones, which differ only in comments. */
function offsetsAfter(before: readonly string[], after: readonly string[]): (offset: number) => number {
  const [old, now] = [lineStarts(before), lineStarts(after)]
  return (offset) => {
    const line = old.findLastIndex((start) => start <= offset)
    return offset - (old[line] ?? 0) + (now[line] ?? 0)
  }
}

/** The scalars that were shown with masks and still have them. */
function maskedScalars(trees: Trees): Scalars[] {
  const known = new Map(maskedPlaces(trees.shown).map((place) => [unnumbered(place.path), place]))
  const found = new Map<string, Scalars>()
  for (const place of maskedPlaces(trees.sent)) {
    const path = unnumbered(place.path)
    const other = known.get(path)
    if (other?.isPartial !== place.isPartial) continue
    const [sent, shown] = [scalarOver(trees.sent, place), scalarOver(trees.shown, other)]
    const stored = nodeAt(trees.stored, path)
    if (sent?.kind !== 'scalar' || shown?.kind !== 'scalar' || stored?.kind !== 'scalar' || stored.start < 0) continue
    found.set(path, { sent, shown, stored, path })
  }
  return [...found.values()]
}

function bytesOf({ sent, shown, stored }: Trees, scalars: Scalars): string {
  const [mine, known, own] = [raw(sent, scalars.sent), raw(shown, scalars.shown), raw(stored, scalars.stored)]
  const isWhole = scalarValue(sent.text, scalars.sent).trim() === MASK
  if (!isWhole && mine !== known) return restoreLines({ sent: mine, shown: known, stored: own })
  const { start, end } = scalars.sent
  const meansTheSame = (bytes: string) =>
    scalarAt(sent.text.slice(0, start) + bytes + sent.text.slice(end), scalars.path) ===
    scalarAt(stored.text, scalars.path)
  if (meansTheSame(own) || !isWhole) return own
  const value = scalarValue(stored.text, scalars.stored)
  return fillText(mine, [{ start: 0, end: mine.length, path: scalars.path, isPartial: false, value }])
}

const raw = ({ text }: YamlTree, { start, end }: YamlScalar): string => text.slice(start, end)
