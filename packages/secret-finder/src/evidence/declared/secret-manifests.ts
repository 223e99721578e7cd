import {
  resolveAlias,
  scalarValue,
  type YamlEntry,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { isLiteral } from '../../weigh/references.ts'
import { classOf } from '../../weigh/value-class.ts'
import { literalsUnder, mapsOf, mergedMaps, sourcesOf } from './declared.ts'

/** What a Secret holds: a scalar, or what stands in its value from a place on. */
export interface HeldInSecret {
  scalar: YamlScalar
  from: number
}

/** What a text says of Secrets. */
export interface SecretManifests {
  held: HeldInSecret[]
  /** Texts that change a Secret without saying so themselves. */
  patches: ReadonlySet<YamlNode>
}

/**
 * What Secrets hold, wherever in a text they stand: in `data` and `stringData`, also of lists and templates of Secrets, and in what
 * generates or changes them. A patch may be of a Secret and not say so itself.
 */
export function secretManifests(tree: YamlTree, isPatch: boolean): SecretManifests {
  const maps = mapsOf(tree)
  const kindOf = kindReader(tree)
  const patches = maps.flatMap((map) => patchesOfSecrets(tree, map))
  const changes = isPatch ? [...patches, ...tree.documents.map(resolveAlias)] : patches
  const secrets = new Set([
    ...maps.flatMap((map) => secretsAt(map, kindOf(map))),
    ...[...changes, ...changes.flatMap(itemsOf)].filter(isMap),
  ])
  const values = [
    ...[...secrets]
      .flatMap((map) => [map, ...sourcesOf(map)])
      .flatMap((map) => ['data', 'stringData'].flatMap((key) => everyEntry(map, key))),
    ...maps.flatMap((map) => everyEntry(map, 'stringData')).filter(({ value }) => !isSchema(value)),
  ].map(({ value }) => value)
  const seen = new Set<YamlNode>()
  const changed = maps.flatMap((map) => changedBy(tree, map, secrets.has(map)))
  const whole = [...values.flatMap((value) => literalsUnder(tree, value, seen)), ...changed]
  return {
    held: [...new Set(whole)]
      .map((scalar) => ({ scalar, from: 0 }))
      .concat(maps.flatMap((map) => generatedBy(tree, map, kindOf(map)))),
    patches: new Set(patches),
  }
}

/** In values a key may stand twice: the last one counts, and the earlier one is as readable in a file. */
function everyEntry(map: YamlMap, key: string): YamlEntry[] {
  const entries: YamlEntry[] = []
  for (let entry = map.byKey.get(key); entry; entry = entry.earlier) entries.push(entry)
  return entries
}

/** The items of a SecretList and the templates of other kinds of Secrets have no kind of their own. */
function secretsAt(map: YamlMap, kind: string | undefined): YamlMap[] {
  const own = kind === 'secret' ? [map] : []
  const items = kind === 'secretlist' ? itemsAt(map, 'items') : []
  return [...own, ...[...items, ...itemsAt(map, 'secretTemplates')].filter(isMap)]
}

/** Asks for the kind of a manifest in lower case, because people mistype its capital; a merge may bring it. Each map is asked once. */
function kindReader(tree: YamlTree): (map: YamlMap) => string | undefined {
  const known = new Map<YamlMap, string | undefined>()
  const kindOf = (map: YamlMap): string | undefined => {
    if (known.has(map)) return known.get(map)
    known.set(map, undefined)
    const own = map.byKey.get('kind')
    const merged = own ? [] : mergedMaps(map).map(kindOf)
    const kind = own ? textOf(tree, own.value).toLowerCase() : merged.find((each) => each !== undefined)
    known.set(map, kind)
    return kind
  }
  return kindOf
}

const OF_SECRETS = /(?:^|[|(^])secret(?:$|[|)$])|\.\*/i

/** The patches of kustomize and of who takes them over, where their target is a Secret. */
function patchesOfSecrets(tree: YamlTree, map: YamlMap): YamlNode[] {
  const target = map.byKey.get('target')
  const patch = map.byKey.get('patch')
  const of = target && resolveAlias(target.value)
  const kind = of?.kind === 'map' ? of.byKey.get('kind') : undefined
  return patch && kind && OF_SECRETS.test(textOf(tree, kind.value)) ? [resolveAlias(patch.value)] : []
}

/** What an operation of a JSON patch writes into a Secret. Where its target is not known, `data` holds base64 in a Secret alone. */
function changedBy(tree: YamlTree, map: YamlMap, isOfSecret: boolean): YamlScalar[] {
  const path = map.byKey.get('path')
  const value = map.byKey.get('value')
  if (!path || !value) return []
  const [, key] = /^\/(?:[^/]+\/){0,8}?(stringData|data)(?:\/|$)/.exec(textOf(tree, path.value)) ?? []
  if (key === undefined) return []
  const written = literalsUnder(tree, value.value)
  return key === 'stringData' || isOfSecret
    ? written
    : written.filter((scalar) => isEncodedText(scalarValue(tree.text, scalar).trim()))
}

function isEncodedText(value: string): boolean {
  if (value.length < 8 || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false
  return /^[\t\n\r\x20-\x7e]+$/.test(atob(value))
}

/** The literals that kustomize makes a Secret of: `name=value`. */
function generatedBy(tree: YamlTree, map: YamlMap, kind: string | undefined): HeldInSecret[] {
  const generators = [...itemsAt(map, 'secretGenerator'), ...(kind === 'secretgenerator' ? [map] : [])].filter(isMap)
  return generators
    .flatMap((generator) => itemsAt(generator, 'literals'))
    .flatMap((scalar) => {
      if (scalar.kind !== 'scalar' || scalar.start < 0) return []
      const value = scalarValue(tree.text, scalar)
      const from = value.indexOf('=') + 1
      const literal = from > 0 ? value.slice(from) : ''
      return isLiteral(literal) && classOf(literal) !== 'reference' ? [{ scalar, from }] : []
    })
}

/** The schema of a Secret describes what it may hold. */
function isSchema(node: YamlNode): boolean {
  const value = resolveAlias(node)
  return (
    value.kind === 'map' &&
    value.byKey.has('type') &&
    ['additionalProperties', 'properties', 'description'].some((key) => value.byKey.has(key))
  )
}

function itemsAt(map: YamlMap, key: string): YamlNode[] {
  const entry = map.byKey.get(key)
  return entry ? itemsOf(resolveAlias(entry.value)) : []
}

function itemsOf(node: YamlNode): YamlNode[] {
  return node.kind === 'seq' ? node.items.map(resolveAlias) : []
}

function isMap(node: YamlNode): node is YamlMap {
  return node.kind === 'map'
}

function textOf(tree: YamlTree, node: YamlNode): string {
  const target = resolveAlias(node)
  return target.kind === 'scalar' ? scalarValue(tree.text, target) : ''
}
