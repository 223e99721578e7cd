import { MASK } from '../masks/mask.ts'
import { scalarNodeAt } from '../path/node-at.ts'
import { lineOf } from '../text-lines.ts'
import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import { scalarValue } from '../yaml/yaml-scalar.ts'
import type { YamlScalar, YamlTree } from '../yaml/yaml-tree.ts'
import type { EmptyPlace } from './empty-place.ts'
import { templateParts } from './template-parts.ts'

/** True for the place of a text that was masked as a whole. */
export const isWholeText = ({ path, template }: EmptyPlace): boolean => path === '' && template === MASK

/**
 * Returns the places where the text still has no value, with their lines. A place that was removed, set to `null`, or
 * whose value was rewritten around the gap no longer counts: somebody decided about it. In a text that cannot be parsed
 * all places count as empty.
 */
export function stillEmpty<Place extends EmptyPlace>(
  text: string,
  places: readonly Place[],
): (Place & { line: number })[] {
  if (places.length === 0) return []
  const tree = treeOf(text)
  if (!tree) return places.map((place) => ({ ...place, line: 1 }))
  return places.flatMap((place) => {
    if (isWholeText(place)) return text.trim() === '' ? [{ ...place, line: 1 }] : []
    const gap = gapAt(tree, place)
    return gap === undefined ? [] : [{ ...place, line: lineOf(tree, gap.scalar.start) }]
  })
}

/** The scalar of a place and the offset of the gap in its value; undefined when there is no gap. */
export function gapAt(tree: YamlTree, place: EmptyPlace): { scalar: YamlScalar; at: number } | undefined {
  const scalar = scalarNodeAt(tree, place.path)
  const range = scalar && templateParts(place.template, scalarValue(tree.text, scalar))?.[place.part]
  return range && range.start === range.end ? { scalar, at: range.start } : undefined
}
