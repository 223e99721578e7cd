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
import { textOf } from '../structure/named-values.ts'
import { literalsUnder, mapsOf, mergedMaps, sourcesOf } from './declared.ts'

/** A value of a Secret: a scalar, or the part of it from an offset on. */
export interface HeldInSecret {
  scalar: YamlScalar
  from: number
}

/** The Secrets in a text. */
export interface SecretManifests {
  held: HeldInSecret[]
  /** Texts that patch a Secret but do not mention it themselves. */
  patches: ReadonlySet<YamlNode>
}

/**
 * Finds the data of all Secrets in a text: `data` and `stringData`, also in lists and templates of Secrets, and in what
 * generates or patches them. With `isPatch`, the text patches a Secret without naming it.
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

/**
 * All entries of a duplicate key: in values only the last one counts, but earlier ones are just as readable in a file.
 */
function everyEntry(map: YamlMap, key: string): YamlEntry[] {
  const entries: YamlEntry[] = []
  for (let entry = map.byKey.get(key); entry; entry = entry.earlier) entries.push(entry)
  return entries
}

/** The items of a SecretList and the templates in other kinds have no kind of their own. */
function secretsAt(map: YamlMap, kind: string | undefined): YamlMap[] {
  const own = kind === 'secret' ? [map] : []
  const items = kind === 'secretlist' ? itemsAt(map, 'items') : []
  return [...own, ...[...items, ...itemsAt(map, 'secretTemplates')].filter(isMap)]
}

/**
 * Looks up kinds in lower case, because people mistype the capital; a kind may come from a merge key. Reads each map
 * once.
 */
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

/** The patches, in the form of kustomize, whose target is a Secret. */
function patchesOfSecrets(tree: YamlTree, map: YamlMap): YamlNode[] {
  const target = map.byKey.get('target')
  const patch = map.byKey.get('patch')
  const of = target && resolveAlias(target.value)
  const kind = of?.kind === 'map' ? of.byKey.get('kind') : undefined
  return patch && kind && OF_SECRETS.test(textOf(tree, kind.value)) ? [resolveAlias(patch.value)] : []
}

/**
 * The values that a JSON patch operation writes into a Secret. If its target is unknown: in `data` only Secrets have
 * base64.
 */
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

/** The literals from which kustomize generates a Secret: `name=value`. */
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

/** The schema of a Secret only describes what it may contain. */
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
