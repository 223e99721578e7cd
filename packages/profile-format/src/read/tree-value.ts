import { isNull, type TreeNode } from './tree.ts'

/**
 * Converts a part of the tree to plain values, for a schema to check. What several aliases of YAML stand for is one
 * value, as it is one node. `addEntry` kept keys that reach a prototype out of the tree.
 */
export function plainValue(root: TreeNode): unknown {
  const known = new Map<TreeNode, unknown>()
  const valueOf = (node: TreeNode): unknown => {
    if (!known.has(node)) known.set(node, convert(node, valueOf))
    return known.get(node)
  }
  return valueOf(root)
}

function convert(node: TreeNode, valueOf: (child: TreeNode) => unknown): unknown {
  if (node.kind === 'list') return node.items.map(valueOf)
  if (node.kind === 'map')
    return Object.fromEntries([...node.entries].map(([key, entry]) => [key, valueOf(entry.node)]))
  if (node.kind === 'text') return node.text
  if (isNull(node)) return null
  if (node.text === 'true' || node.text === 'false') return node.text === 'true'
  return node.kind === 'literal' ? Number(node.text) : node.text
}
