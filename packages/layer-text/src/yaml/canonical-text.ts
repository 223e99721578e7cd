import { isPlain, isTypedPlain, scalarValue } from './yaml-scalar.ts'
import { resolveAlias } from './yaml-tree.ts'
import type { YamlNode, YamlTree } from './yaml-tree.ts'

/** The text of a scalar; undefined where it says nothing: not written, `null`, or blank. */
export function writtenText(tree: YamlTree, node: YamlNode): string | undefined {
  if (node.kind !== 'scalar' || node.start < 0) return undefined
  const value = scalarValue(tree.text, node)
  const isNothing = isPlain(node.event) && isTypedPlain(value) && /^(?:~|null)$/i.test(value)
  return isNothing || value.trim() === '' ? undefined : value
}

/** Whether anything stands at a node: a scalar that says something, a map with a key, a list with an item. */
export function isWritten(tree: YamlTree, reached: YamlNode): boolean {
  const node = resolveAlias(reached)
  if (node.kind === 'map') return node.entries.length > 0
  if (node.kind === 'seq') return node.items.length > 0
  return writtenText(tree, node) !== undefined
}

/**
 * What a node means as one text, whatever it is written like: equal for equal values, quotes, order of keys and comments aside.
 * The guard of the parser bounds what aliases stand for.
 */
export function canonicalText(tree: YamlTree, reached: YamlNode): string {
  const node = resolveAlias(reached)
  if (isReference(tree, node)) return REFERENCE
  if (node.kind === 'map') {
    const entries = node.entries.map(({ key, value }) => `${canonicalText(tree, key)}:${canonicalText(tree, value)}`)
    return `{${entries.toSorted().join(',')}}`
  }
  if (node.kind === 'seq') return `[${node.items.map((item) => canonicalText(tree, item)).join(',')}]`
  return JSON.stringify(writtenText(tree, node) ?? '')
}

const OPEN_TEXT = /\{\{-?\s*\.spectro\.|(?<!\*)\*{8}(?!\*)/
const REFERENCE = '{{.spectro.}}'
const REFERENCE_START = /\{\{-?\s*\.spectro\./y

/** Whether a text is not known before a cluster is made: it has a reference or a mask in it. */
export function isOpenText(text: string): boolean {
  return OPEN_TEXT.test(text)
}

/** Whether what stands at a node is not known before a cluster is made; of a list or map only as a whole. */
export function isOpen(tree: YamlTree, reached: YamlNode): boolean {
  const node = resolveAlias(reached)
  return isReference(tree, node) || isOpenText(writtenText(tree, node) ?? '')
}

/** A reference without quotes is a map in a map to YAML. */
function isReference(tree: YamlTree, node: YamlNode): boolean {
  REFERENCE_START.lastIndex = Math.max(node.start, 0)
  return node.kind === 'map' && REFERENCE_START.test(tree.text)
}
