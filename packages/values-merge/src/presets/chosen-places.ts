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

/** The only document of a text; undefined where it is none, or one of several. */
function rootOf(text: string): Root | undefined {
  const tree = treeOf(text)
  if (tree?.documents.length !== 1) return undefined
  const [root] = tree.documents
  return root?.kind === 'map' ? { tree, root } : undefined
}

/** The places that a text sets: the values below its maps. */
export function setPlaces(text: string): Keys[] {
  const found = rootOf(text)
  return found ? leavesOf(found.root, []) : []
}

function leavesOf(node: YamlNode, above: Keys): Keys[] {
  if (node.kind !== 'map' || node.entries.length === 0) return [above]
  return [...node.byKey].flatMap(([key, { value }]) => leavesOf(value, [...above, key]))
}

/** A path of a pack as keys; undefined where it leads into a list. */
export function keysOf(path: string): Keys | undefined {
  const steps = parsePath(path)
  const keys = steps.flatMap((step) => (step.kind === 'key' ? [step.name] : []))
  return keys.length === steps.length && keys.length > 0 ? keys : undefined
}

interface Chosen {
  value?: string
  below: Map<string, Chosen>
}

/** A text with nothing in it but what a text has at some places, and the maps that lead there. */
export const chosenPlaces = (text: string, places: readonly Keys[]): string => choosePlaces(text, places, true)

/** Only the maps that lead to some places, as far as a text has them. */
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
  // What stands in the way of a place is said as it is, too.
  if (isFilled || node.kind !== 'map') at.value = flowText(tree, node)
}

const written = ({ value, below }: Chosen): string =>
  value ?? `{${[...below].map(([key, each]) => `${JSON.stringify(key)}: ${written(each)}`).join(', ')}}`

/** What a node says, on one line. */
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

/** A text without its lines of comments and its blank lines: those of a preset would outlive it. */
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
