import { isPlainNull, scalarValue } from './yaml-scalar.ts'
import { resolveAlias } from './yaml-tree.ts'
import type { YamlNode, YamlTree } from './yaml-tree.ts'

/** The text of a scalar; undefined when it is absent, `null` or blank. */
export function writtenText(tree: YamlTree, node: YamlNode): string | undefined {
  if (node.kind !== 'scalar' || node.start < 0) return undefined
  const value = scalarValue(tree.text, node)
  return isPlainNull(tree.text, node) || value.trim() === '' ? undefined : value
}

/** Whether a node has a value: a scalar that is not empty, a map with a key, or a list with an item. */
export function isWritten(tree: YamlTree, reached: YamlNode): boolean {
  const node = resolveAlias(reached)
  if (node.kind === 'map') return node.entries.length > 0
  if (node.kind === 'seq') return node.items.length > 0
  return writtenText(tree, node) !== undefined
}

/**
 * The meaning of a node as one text, regardless of style: equal for equal values, ignoring quotes, the order of keys
 * and comments. The parser limits how far aliases expand.
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

/** Whether a text is unknown until a cluster is created, because it contains a reference or a mask. */
export function isOpenText(text: string): boolean {
  return OPEN_TEXT.test(text)
}

/**
 * Whether a node's value is unknown until a cluster is created; for a map or list, only if it is one reference as a
 * whole.
 */
export function isOpen(tree: YamlTree, reached: YamlNode): boolean {
  const node = resolveAlias(reached)
  return isReference(tree, node) || isOpenText(writtenText(tree, node) ?? '')
}

/** YAML parses an unquoted reference as a map inside a map. */
function isReference(tree: YamlTree, node: YamlNode): boolean {
  REFERENCE_START.lastIndex = Math.max(node.start, 0)
  return node.kind === 'map' && REFERENCE_START.test(tree.text)
}
