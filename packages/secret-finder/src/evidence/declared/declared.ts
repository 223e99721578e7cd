import {
  resolveAlias,
  writtenText,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { isLiteral } from '../../weigh/references.ts'

/** Every scalar with a value at and below a node. Follows aliases; leaves out keys, empty values and masks. */
export function literalsUnder(tree: YamlTree, node: YamlNode, seen = new Set<YamlNode>()): YamlScalar[] {
  const target = resolveAlias(node)
  if (seen.has(target)) return []
  seen.add(target)
  if (target.kind === 'map') return target.entries.flatMap((entry) => literalsUnder(tree, entry.value, seen))
  if (target.kind === 'seq') return target.items.flatMap((item) => literalsUnder(tree, item, seen))
  return target.kind === 'scalar' && holdsLiteral(tree, target) ? [target] : []
}

/**
 * The values that merge keys bring to a declared key: its own value overrides them, but they can still be read in the
 * merged map.
 */
export function mergedInto(node: YamlNode): YamlNode[] {
  const { node: map, key } = node.parent
  if (map?.kind !== 'map' || typeof key !== 'string' || !map.byKey.has('<<')) return []
  return sourcesOf(map).flatMap((source) => source.byKey.get(key)?.value ?? [])
}

/** The maps merged into a map, directly or indirectly, without duplicates. */
export function sourcesOf(map: YamlMap, seen = new Set<YamlMap>()): YamlMap[] {
  if (seen.has(map)) return []
  seen.add(map)
  return mergedMaps(map).flatMap((source) => [source, ...sourcesOf(source, seen)])
}

/** The maps merged directly into a map. */
export function mergedMaps(map: YamlMap): YamlMap[] {
  const entry = map.byKey.get('<<')
  if (!entry) return []
  const value = resolveAlias(entry.value)
  return (value.kind === 'seq' ? value.items.map(resolveAlias) : [value]).filter((each) => each.kind === 'map')
}

/** All maps of a text, in order; aliased ones once. */
export function mapsOf(tree: YamlTree): YamlMap[] {
  const maps: YamlMap[] = []
  const visit = (node: YamlNode): void => {
    if (node.kind === 'seq') node.items.forEach(visit)
    if (node.kind !== 'map') return
    maps.push(node)
    for (const entry of node.entries) visit(entry.value)
  }
  tree.documents.forEach(visit)
  return maps
}

function holdsLiteral(tree: YamlTree, scalar: YamlScalar): boolean {
  const value = writtenText(tree, scalar)
  return value !== undefined && isLiteral(value)
}
