import { MASK, MASK_RUN } from './mask.ts'
import type { MaskedPlace } from './masked-place.ts'
import { nodePath } from '../path/text-path.ts'
import { lineOf } from '../text-lines.ts'
import { scalarOver, standsAlone } from '../yaml/scalar-over.ts'
import { numbered } from './number-places.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/** Line numbers, from 1, of masks in comments; these need no value. */
export function maskedComments(tree: YamlTree): number[] {
  const lines = [...tree.text.matchAll(MASK_RUN)].flatMap((run) =>
    scalarOver(tree, { start: run.index, end: run.index + MASK.length }) ? [] : [lineOf(tree, run.index)],
  )
  return [...new Set(lines)]
}

/** Every scalar that is the mask, and every mask inside a longer one. Asterisks in keys and comments are not masks. */
export function maskedPlaces(tree: YamlTree): MaskedPlace[] {
  const places: MaskedPlace[] = []
  for (const run of tree.text.matchAll(MASK_RUN)) {
    const range = { start: run.index, end: run.index + MASK.length }
    const scalar = scalarOver(tree, range)
    if (!scalar || scalar.parent.isKey) continue
    const isWhole = scalar.kind === 'alias' || standsAlone(tree.text, scalar, range)
    const { start, end } = isWhole ? scalar : range
    places.push({ start, end, path: nodePath(tree, scalar), isPartial: !isWhole })
  }
  return numbered(places)
}
