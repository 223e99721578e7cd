import {
  isPlain,
  isTypedPlain,
  resolveAlias,
  scalarValue,
  type YamlMap,
  type YamlNode,
  type YamlScalar,
  type YamlTree,
} from '@waybill/layer-text'
import { namesCredential, senseOf, type NameSense } from '../key-names/name-sense.ts'
import { CONTAINERS } from '../key-names/vocabulary.ts'
import { UUID } from '../../weigh/looks-random.ts'
import { classOf } from '../../weigh/value-class.ts'
import { isIdOrPublicPart, isNamedBeside, namesAKey, ofClient, saysWhichSecret } from './keys-beside.ts'
import { holdsValue, nameBeside, textOf } from './named-values.ts'

/** A scalar with what its keys tell about it. */
export interface Leaf {
  scalar: YamlScalar
  sense: NameSense
  /** True under a key whose entries are secrets, whatever their names. */
  isContained: boolean
  /** The key itself, or the name in an entry beside it. */
  name: string
  isTyped: boolean
}

interface Around {
  name: string
  sense: NameSense
  /** The number of levels for which a container of secrets still applies. */
  contained: number
}

/** Keys that only wrap a value: `password: {value: x}`. */
const WRAPPER =
  /^(?:value|values|inline|plain|plaintext|data|text|content|contents|raw|literal|string|key|secret|default|stringvalue|current|password|token)$/i
const LEVELS = 3

/**
 * Every scalar of a tree that is not a key, with the names above and beside it; an aliased one once, with the strongest
 * sense.
 */
export function leavesOf(tree: YamlTree, isContained: boolean): Leaf[] {
  const leaves = new Map<YamlScalar, Leaf>()
  const seen = new Map<YamlNode, Set<string>>()
  const top: Around = { name: '', sense: 'plain', contained: isContained ? LEVELS : 0 }
  const visit = (reached: YamlNode, around: Around): void => {
    const node = resolveAlias(reached)
    if (node.kind === 'alias') return
    if (node.kind === 'scalar') return keep(leaves, leafOf(tree, node, around))
    // Aliases bring a node under several names; it is visited once for each sense.
    const senses = seen.get(node) ?? new Set()
    const sense = `${around.sense} ${around.contained}`
    if (senses.has(sense)) return
    seen.set(node, senses.add(sense))
    if (node.kind === 'map') visitMap(tree, node, { around, visit })
    else visitItems(tree, node.items, { around, visit })
  }
  for (const document of tree.documents) visit(document, top)
  return [...leaves.values()]
}

interface Visit {
  around: Around
  visit: (node: YamlNode, around: Around) => void
}

function visitMap(tree: YamlTree, map: YamlMap, { around, visit }: Visit): void {
  const named = nameBeside(tree, map)
  const contained = Math.max(around.contained, isSecretKind(tree, map) ? LEVELS + 6 : 0)
  // Needed for few keys, so it is computed lazily and once.
  let says: boolean | undefined
  const isBesideName = (): boolean => (says ??= saysWhichSecret(map))
  for (const entry of map.entries) {
    const key = nameOf(tree, entry.key)
    // Merged entries belong to this map.
    if (key === '<<') {
      visit(entry.value, around)
      continue
    }
    const isPublic =
      isIdOrPublicPart(map, key) || (/secretIds$/i.test(around.name) && UUID.test(textOf(tree, entry.value)))
    const isValue = named !== undefined && holdsValue(key)
    const name = isValue ? named : key
    const held = OF_THE_OBJECT.test(key) ? around.contained : contained
    const given = isValue ? senseOf(named) : ofClient(map, key, () => textOf(tree, entry.value))
    const next = below({ ...around, contained: held }, name, given)
    const isName = isKeyInSecret(around, key)
      ? next.sense === 'token' || next.sense === 'password'
      : next.sense === 'token'
        ? isNamedBeside(map, key, (node) => textOf(tree, node)) ||
          (namesAKey(key, textOf(tree, entry.value)) && isBesideName())
        : next.sense === 'password' &&
          (/^(?:key|name|secret)$/.test(key) ||
            (/secret(?:ref)?$/i.test(around.name) && classOf(textOf(tree, entry.value)) === 'name')) &&
          isBesideName()
    visit(
      entry.value,
      isPublic ? { name: key, sense: 'about', contained: 0 } : isName ? { ...next, sense: 'secret' } : next,
    )
  }
}

/** The text of a key. For a key in brackets, which YAML parses as a list, the item that names a secret. */
function nameOf(tree: YamlTree, key: YamlNode): string {
  if (key.kind !== 'seq') return textOf(tree, key)
  return key.items.map((item) => textOf(tree, item)).find(namesCredential) ?? ''
}

function below(around: Around, name: string, given: NameSense | undefined): Around {
  const isSaidAbove =
    /^(?:community|credentials?)$/i.test(name) || (name === 'secret' && /^(?:jwt|session|cookie)$/i.test(around.name))
  const said = given ?? senseOf(isSaidAbove ? `${around.name} ${name}` : name)
  // Below a reference to a Secret, `passwordKey` and the like name its keys.
  const isReferred = around.sense === 'about' && /existing|ref$|secretkey/i.test(around.name)
  const own =
    isReferred && said !== 'plain' ? 'about' : said === 'plain' && isOwnHeader(around.name, name) ? 'maybe' : said
  const isStrong = around.sense !== 'plain' && around.sense !== 'about'
  const isWrapped = given === undefined && isStrong && WRAPPER.test(name)
  const sense = isWrapped && RANK[own] < RANK[around.sense] ? around.sense : own
  const isContainer =
    CONTAINERS.test(name.toLowerCase().replaceAll(/[^a-z]/g, '')) ||
    sense === 'password' ||
    sense === 'token' ||
    sense === 'secret'
  const isListOf = name === 'list' && /^chpasswd$/i.test(around.name)
  return {
    name: isListOf ? around.name : name,
    sense,
    contained: isContainer ? LEVELS : Math.max(0, around.contained - 1),
  }
}

/** A custom header whose name does not suggest an identifier. */
function isOwnHeader(above: string, name: string): boolean {
  return (
    /headers$/i.test(above) && /^x-/i.test(name) && !/(?:id|trace|span|org|tenant|version|scope|for|host)$/i.test(name)
  )
}

/** The name of a key in a Secret: `secretKeys: {password: admin-password}`, `password: {secretKey: admin-password}`. */
function isKeyInSecret(around: Around, key: string): boolean {
  return /^secret_?(?:ref_?)?keys$/i.test(around.name) || (around.sense === 'password' && /^secret_?key$/i.test(key))
}

/** Programs that take a password after a single-letter option. */
const CLIENT =
  /^(?:\S*\/)?(?:redis-cli|mongosh?|mongodump|ldapsearch|ldapadd|sshpass|ipmitool|sqlcmd|clickhouse-client)$/
const CLIENT_FLAG = /^-[apwP]$/

function argumentOf(text: string): string | undefined {
  return /^--?[\w.-]{2,60}$/.test(text) ? text.replace(/^-+/, '') : undefined
}

/** Items take the name of their list; in a list of arguments, the option before them. */
function visitItems(tree: YamlTree, items: readonly YamlNode[], { around, visit }: Visit): void {
  const [, paired] = items
  const pair = pairedName(tree, items)
  let argument: string | undefined
  let isClient = false
  for (const item of items) {
    const text = textOf(tree, item)
    const isNamed = argument !== undefined && !text.startsWith('-')
    const name = argument ?? ''
    const given = isNamed ? { name, sense: senseOf(name), contained: 0 } : around
    // Pairs can also be two names: only a value that is not a name is hidden.
    visit(item, pair !== undefined && item === paired ? { name: pair, sense: 'secret', contained: 0 } : given)
    argument = isClient && CLIENT_FLAG.test(text) ? 'password' : argumentOf(text)
    isClient ||= CLIENT.test(text)
  }
}

/** `[password, x]` */
function pairedName(tree: YamlTree, items: readonly YamlNode[]): string | undefined {
  const [name, value] = items
  if (items.length !== 2 || name?.kind !== 'scalar' || value?.kind !== 'scalar') return undefined
  const said = textOf(tree, name)
  return /^[\w -]{2,60}$/.test(said) && namesCredential(said) ? said : undefined
}

function leafOf(tree: YamlTree, scalar: YamlScalar, { name, sense, contained }: Around): Leaf {
  const isTyped = scalar.start >= 0 && isPlain(scalar.event) && isTypedPlain(scalarValue(tree.text, scalar))
  return { scalar, sense, name, isTyped, isContained: contained > 0 }
}

const RANK: Record<NameSense, number> = { plain: 0, about: 1, maybe: 2, secret: 3, token: 4, password: 5 }

function keep(leaves: Map<YamlScalar, Leaf>, leaf: Leaf): void {
  const before = leaves.get(leaf.scalar)
  const isStronger =
    !before ||
    RANK[leaf.sense] > RANK[before.sense] ||
    (leaf.sense === before.sense && leaf.isContained && !before.isContained)
  if (leaf.scalar.start >= 0 && isStronger) leaves.set(leaf.scalar, leaf)
}

/** Keys that identify an object of Kubernetes, and what SOPS writes into it to decrypt it elsewhere. */
const OF_THE_OBJECT = /^(?:apiVersion|kind|metadata|type|sops)$/

/** Stores and providers of Secrets contain secrets under any name; sealed and external Secrets only refer to them. */
function isSecretKind(tree: YamlTree, map: YamlMap): boolean {
  const kind = map.byKey.get('kind')
  return (
    kind !== undefined &&
    /secret(?:store|providerclass|class)?$/i.test(textOf(tree, kind.value)) &&
    !/^(?:sealed|external|push)/i.test(textOf(tree, kind.value))
  )
}
