import { isNull, type TreeNode } from './tree.ts'

/**
 * Converts a part of the tree to plain values, for a schema to check. `addEntry` kept keys that reach a prototype out
 * of the tree.
 */
export function plainValue(node: TreeNode): unknown {
  if (node.kind === 'list') return node.items.map(plainValue)
  if (node.kind === 'map')
    return Object.fromEntries([...node.entries].map(([key, entry]) => [key, plainValue(entry.node)]))
  if (node.kind === 'text') return node.text
  if (isNull(node)) return null
  if (node.text === 'true' || node.text === 'false') return node.text === 'true'
  return node.kind === 'literal' ? Number(node.text) : node.text
}
