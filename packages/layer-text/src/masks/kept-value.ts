import { MASK } from './mask.ts'
import type { MaskedPlace } from './masked-place.ts'
import { scalarNodeAt } from '../path/scalar-at.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import { isPlain, scalarValue, typedKind, type TypedKind } from '../yaml/yaml-scalar.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

const COUNTED = / \(\d+\)$/

/**
 * The value of the scalar at a path as `SecretPlace.path` and `MaskedPlace.path` write it. Undefined where there is none: no such
 * path, a map or sequence, nothing written, `null`, the mask, or a text that cannot be parsed.
 */
export function scalarAt(text: string, path: string): string | undefined {
  const tree = treeOf(text)
  return tree && valueAt(tree, path)
}

/**
 * What stands in another text where a masked place stands in this one, so that it can be kept. A place that is part of a scalar is
 * kept when the other scalar has the same text around it. Undefined where there is none: no such path, a map or sequence, nothing
 * written, `null`, or the mask.
 */
export function keptFrom(tree: YamlTree, place: MaskedPlace, other: YamlTree): string | undefined {
  // A second mask in one scalar leaves open where the first value ends.
  if (place.isPartial && COUNTED.test(place.path)) return undefined
  const value = valueAt(other, place.path.replace(COUNTED, ''))
  if (value === undefined || value.includes(MASK)) return undefined
  return place.isPartial ? partOf(tree, place, value) : value
}

function partOf(tree: YamlTree, place: MaskedPlace, value: string): string | undefined {
  const scalar = scalarOver(tree, place)
  if (scalar?.kind !== 'scalar') return undefined
  const around = scalarValue(tree.text, scalar).split(MASK)
  const [before, after] = around
  if (around.length !== 2 || before === undefined || after === undefined) return undefined
  const fits = value.length > before.length + after.length && value.startsWith(before) && value.endsWith(after)
  return fits ? value.slice(before.length, value.length - after.length) : undefined
}

/** The number or switch that a scalar without quotes is at a path as `MaskedPlace.path` writes it; undefined for any other. */
export function typedKindAt(tree: YamlTree, path: string): TypedKind | undefined {
  const node = scalarNodeAt(tree, path)
  return node && isPlain(node.event) ? typedKind(scalarValue(tree.text, node)) : undefined
}

function valueAt(tree: YamlTree, path: string): string | undefined {
  const node = scalarNodeAt(tree, path)
  const value = node && scalarValue(tree.text, node)
  return value?.trim() === MASK ? undefined : value
}
