import { MASK } from './mask.ts'
import type { MaskedPlace } from './masked-place.ts'
import { unnumbered } from './number-places.ts'
import { scalarNodeAt } from '../path/node-at.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import { isPlain, scalarValue, typedKind, type TypedKind } from '../yaml/yaml-scalar.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/**
 * The value of the scalar at a path in the form of `SecretPlace.path` and `MaskedPlace.path`. Undefined when there is
 * none: no such path, a map or sequence, no value, `null`, the mask, or a text that cannot be parsed.
 */
export function scalarAt(text: string, path: string): string | undefined {
  const tree = treeOf(text)
  return tree && valueAt(tree, path)
}

/**
 * The value that another text has at a masked place of this one, so that it can be kept. For a mask inside a scalar,
 * the other scalar must have the same text around it. Undefined when there is none: no such path, a map or sequence, no
 * value, `null`, or the mask.
 */
export function keptFrom(tree: YamlTree, place: MaskedPlace, other: YamlTree): string | undefined {
  // With a second mask in the same scalar it is unclear where the first value ends.
  const path = unnumbered(place.path)
  if (place.isPartial && path !== place.path) return undefined
  const value = valueAt(other, path)
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

/**
 * The type of an unquoted number or boolean at a path in the form of `MaskedPlace.path`; undefined for anything else.
 */
export function typedKindAt(tree: YamlTree, path: string): TypedKind | undefined {
  const node = scalarNodeAt(tree, path)
  return node && isPlain(node.event) ? typedKind(scalarValue(tree.text, node)) : undefined
}

function valueAt(tree: YamlTree, path: string): string | undefined {
  const node = scalarNodeAt(tree, path)
  const value = node && scalarValue(tree.text, node)
  return value?.trim() === MASK ? undefined : value
}
