import { namesCredential, namesPassword } from './credential-names.ts'
import { isLikelySecret, isLiteral } from './credential-values.ts'
import { isPlain, isTypedPlain, scalarValue } from '@waybill/layer-text'
import { resolveAlias } from '@waybill/layer-text'
import type { YamlMap, YamlNode, YamlScalar, YamlTree } from '@waybill/layer-text'

/** Scalars whose key names a credential, and values of `{name: DB_PASSWORD, value: …}` as containers take them. */
export function suspectedLiterals(tree: YamlTree, maps: readonly YamlMap[]): YamlScalar[] {
  return maps.flatMap((map) => [
    ...map.entries.flatMap((entry) => underCredentialKey(tree, keyOf(tree, entry.key), entry.value)),
    ...namedValue(tree, map),
  ])
}

function underCredentialKey(tree: YamlTree, key: string, value: YamlNode): YamlScalar[] {
  if (!namesCredential(key)) return []
  const target = resolveAlias(value)
  if (target.kind === 'seq') return target.items.flatMap((item) => likely(tree, key, item))
  if (target.kind === 'map') {
    const inner = target.byKey.get('value')
    return inner ? likely(tree, key, inner.value) : []
  }
  return likely(tree, key, target)
}

function namedValue(tree: YamlTree, map: YamlMap): YamlScalar[] {
  const name = map.byKey.get('name')?.value
  const value = map.byKey.get('value')?.value
  if (!name || !value) return []
  const key = keyOf(tree, name)
  return namesCredential(key) ? likely(tree, key, value) : []
}

function likely(tree: YamlTree, key: string, node: YamlNode): YamlScalar[] {
  const scalar = resolveAlias(node)
  if (scalar.kind !== 'scalar' || scalar.start < 0) return []
  const value = scalarValue(tree.text, scalar)
  if (!isLiteral(value) || !isLikelySecret(value)) return []
  if (isPlain(scalar.event) && isTypedPlain(value) && !isPin(key, value)) return []
  return [scalar]
}

/** A password may be a number; short ones are settings such as a length. */
function isPin(key: string, value: string): boolean {
  return namesPassword(key) && /^\d{6,}$/.test(value)
}

function keyOf(tree: YamlTree, key: YamlNode): string {
  const target = resolveAlias(key)
  return target.kind === 'scalar' ? scalarValue(tree.text, target) : ''
}
