import { isLiteral } from './credential-values.ts'
import { isPlain, isTypedPlain, scalarValue } from '@waybill/layer-text'
import { resolveAlias } from '@waybill/layer-text'
import type { YamlMap, YamlNode, YamlScalar, YamlTree } from '@waybill/layer-text'

/** Every scalar at and below a node that says something: aliases are followed, keys, empty values and masks left out. */
export function literalsUnder(tree: YamlTree, node: YamlNode, seen = new Set<YamlNode>()): YamlScalar[] {
  const target = resolveAlias(node)
  if (seen.has(target)) return []
  seen.add(target)
  if (target.kind === 'map') return target.entries.flatMap((entry) => literalsUnder(tree, entry.value, seen))
  if (target.kind === 'seq') return target.items.flatMap((item) => literalsUnder(tree, item, seen))
  return target.kind === 'scalar' && isWritten(tree, target) ? [target] : []
}

/** What manifests of kind Secret hold in `data` and `stringData`, wherever in the text they stand. */
export function secretManifestLiterals(tree: YamlTree, maps: readonly YamlMap[]): YamlScalar[] {
  const seen = new Set<YamlNode>()
  return maps
    .filter((map) => isSecretManifest(tree, map))
    .flatMap((map) => ['data', 'stringData'].flatMap((key) => map.byKey.get(key) ?? []))
    .flatMap((entry) => literalsUnder(tree, entry.value, seen))
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

function isSecretManifest(tree: YamlTree, map: YamlMap): boolean {
  const kind = map.byKey.get('kind')?.value
  const value = kind && resolveAlias(kind)
  return value?.kind === 'scalar' && scalarValue(tree.text, value) === 'Secret'
}

function isWritten(tree: YamlTree, scalar: YamlScalar): boolean {
  if (scalar.start < 0) return false
  const value = scalarValue(tree.text, scalar)
  const isNothing = isPlain(scalar.event) && isTypedPlain(value) && /^(?:~|null)$/i.test(value)
  return !isNothing && isLiteral(value)
}
