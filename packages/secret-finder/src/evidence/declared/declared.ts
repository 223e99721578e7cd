import {
  isPlain,
  isTypedPlain,
  resolveAlias,
  scalarValue,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { isLiteral } from '../../weigh/value-class.ts'

/** Every scalar at and below a node that says something: aliases are followed, keys, empty values and masks left out. */
export function literalsUnder(tree: YamlTree, node: YamlNode, seen = new Set<YamlNode>()): YamlScalar[] {
  const target = resolveAlias(node)
  if (seen.has(target)) return []
  seen.add(target)
  if (target.kind === 'map') return target.entries.flatMap((entry) => literalsUnder(tree, entry.value, seen))
  if (target.kind === 'seq') return target.items.flatMap((item) => literalsUnder(tree, item, seen))
  return target.kind === 'scalar' && isWritten(tree, target) ? [target] : []
}

/** What merges bring to the place of a declared node: its own value hides theirs, but there they are to be read. */
export function mergedInto(node: YamlNode): YamlNode[] {
  const { node: map, key } = node.parent
  if (map?.kind !== 'map' || typeof key !== 'string' || !map.byKey.has('<<')) return []
  return sourcesOf(map).flatMap((source) => source.byKey.get(key)?.value ?? [])
}

function sourcesOf(map: YamlMap, seen = new Set<YamlMap>()): YamlMap[] {
  if (seen.has(map)) return []
  seen.add(map)
  return map.entries.flatMap((entry) => {
    if (entry !== map.byKey.get('<<')) return []
    const value = resolveAlias(entry.value)
    const sources = (value.kind === 'seq' ? value.items.map(resolveAlias) : [value]).filter(
      (each) => each.kind === 'map',
    )
    return sources.flatMap((source) => [source, ...sourcesOf(source, seen)])
  })
}

/** What Secrets hold in `data` and `stringData`, wherever in the text they stand; the items of a SecretList have no kind. */
export function secretManifestLiterals(tree: YamlTree, maps: readonly YamlMap[]): YamlScalar[] {
  const seen = new Set<YamlNode>()
  return maps
    .flatMap((map) => secretsAt(tree, map))
    .flatMap((map) => ['data', 'stringData'].flatMap((key) => everyEntry(map, key)))
    .flatMap((entry) => literalsUnder(tree, entry.value, seen))
}

/** In values a key may stand twice: the last one counts, and the earlier one is as readable in a file. */
function everyEntry(map: YamlMap, key: string): YamlEntry[] {
  const entries: YamlEntry[] = []
  for (let entry = map.byKey.get(key); entry; entry = entry.earlier) entries.push(entry)
  return entries
}

/** All maps of a text, in its order; aliased ones once. */
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

function secretsAt(tree: YamlTree, map: YamlMap): YamlMap[] {
  const kind = kindOf(tree, map)
  if (kind === 'secret') return [map]
  if (kind !== 'secretlist') return []
  const items = map.byKey.get('items')
  const list = items && resolveAlias(items.value)
  return list?.kind === 'seq' ? list.items.map(resolveAlias).filter((item) => item.kind === 'map') : []
}

/** The kind of a manifest in lower case: people mistype its capital. */
function kindOf(tree: YamlTree, map: YamlMap): string | undefined {
  const kind = map.byKey.get('kind')?.value
  const value = kind && resolveAlias(kind)
  return value?.kind === 'scalar' ? scalarValue(tree.text, value).toLowerCase() : undefined
}

function isWritten(tree: YamlTree, scalar: YamlScalar): boolean {
  if (scalar.start < 0) return false
  const value = scalarValue(tree.text, scalar)
  const isNothing = isPlain(scalar.event) && isTypedPlain(value) && /^(?:~|null)$/i.test(value)
  return !isNothing && isLiteral(value)
}
