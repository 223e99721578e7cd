import {
  isPlain,
  isTypedPlain,
  parsePath,
  treeOf,
  resolveAlias,
  scalarValue,
  type YamlNode,
  type YamlTree,
} from '@waybill/layer-text'

/** Keys from the root to a value. */
export type Keys = readonly string[]

/** The only document of a text; undefined when it is not a map or there are several documents. */
function rootOf(text: string): Root | undefined {
  const tree = treeOf(text)
  if (tree?.documents.length !== 1) return undefined
  const [root] = tree.documents
  return root?.kind === 'map' ? { tree, root } : undefined
}

/** The places that a text sets: the values at the leaves of its maps. */
export function setPlaces(text: string): Keys[] {
  const found = rootOf(text)
  return found ? leavesOf(found.root, []) : []
}

function leavesOf(node: YamlNode, above: Keys): Keys[] {
  if (node.kind !== 'map' || node.entries.length === 0) return [above]
  return [...node.byKey].flatMap(([key, { value }]) => leavesOf(value, [...above, key]))
}

/** A path of a pack as keys; undefined when it leads into a list. */
export function keysOf(path: string): Keys | undefined {
  const steps = parsePath(path)
  const keys = steps.flatMap((step) => (step.kind === 'key' ? [step.name] : []))
  return keys.length === steps.length && keys.length > 0 ? keys : undefined
}

interface Chosen {
  value?: string
  below: Map<string, Chosen>
}

/** A text with only the values at some places, and the maps above them. */
export const chosenPlaces = (text: string, places: readonly Keys[]): string => choosePlaces(text, places, true)

/** A text with only the maps above some places, as far as the text has them. */
export const emptiedPlaces = (text: string, places: readonly Keys[]): string => choosePlaces(text, places, false)

function choosePlaces(text: string, places: readonly Keys[], isFilled: boolean): string {
  const found = rootOf(text)
  const chosen: Chosen = { below: new Map() }
  if (found)
    for (const keys of places) choose(chosen, { ...found, keys: isFilled ? keys : keys.slice(0, -1), isFilled })
  return `${written(chosen)}\n`
}

interface Root {
  tree: YamlTree
  root: YamlNode
}

function choose(chosen: Chosen, { tree, root, keys, isFilled }: Root & { keys: Keys; isFilled: boolean }): void {
  let [node, at]: [YamlNode, Chosen] = [root, chosen]
  for (const key of keys) {
    if (node.kind !== 'map') break
    const entry = node.byKey.get(key)
    if (!entry) return
    const next: Chosen = at.below.get(key) ?? { below: new Map() }
    at.below.set(key, next)
    node = resolveAlias(entry.value)
    at = next
  }
  // A value where a map is expected is included unchanged.
  if (isFilled || node.kind !== 'map') at.value = flowText(tree, node)
}

const written = ({ value, below }: Chosen): string =>
  value ?? `{${[...below].map(([key, each]) => `${JSON.stringify(key)}: ${written(each)}`).join(', ')}}`

/** A node's value, on one line. */
function flowText(tree: YamlTree, reached: YamlNode): string {
  const node = resolveAlias(reached)
  if (node.kind === 'map') {
    return `{${[...node.byKey].map(([key, { value }]) => `${JSON.stringify(key)}: ${flowText(tree, value)}`).join(', ')}}`
  }
  if (node.kind === 'seq') return `[${node.items.map((item) => flowText(tree, item)).join(', ')}]`
  if (node.kind === 'alias' || node.start < 0) return 'null'
  const value = scalarValue(tree.text, node)
  return isPlain(node.event) && isTypedPlain(value) ? value || 'null' : JSON.stringify(value)
}

/** A text without comment lines and blank lines: those of a preset would stay behind when it is switched off. */
export function withoutComments(text: string): string {
  const found = rootOf(text)
  if (!found) return text
  let at = 0
  const kept = text.split('\n').filter((line) => {
    const start = at
    at += line.length + 1
    const isInside = () => found.tree.scalars.some((scalar) => scalar.start < start && scalar.end > start)
    return !/^\s*(?:#.*)?$/.test(line) || isInside()
  })
  return `${kept.join('\n')}\n`
}
