import { isPlainNull } from '../yaml/yaml-scalar.ts'
import { resolveAlias, type YamlNode, type YamlScalar, type YamlTree } from '../yaml/yaml-tree.ts'
import { DOCUMENT_PREFIX, parsePath, withoutDocument } from './text-path.ts'

/** The one node at a path in the form of `nodePath`, through aliases but not through merge keys. */
export function nodeAt({ documents }: YamlTree, path: string): YamlNode | undefined {
  const root = documents[Number(DOCUMENT_PREFIX.exec(path)?.[1] ?? 0)]
  let node = root && resolveAlias(root)
  for (const step of parsePath(documents.length > 1 ? withoutDocument(path) : path)) {
    if (step.kind === 'key') node = node?.kind === 'map' ? node.byKey.get(step.name)?.value : undefined
    else if (step.kind === 'index') node = node?.kind === 'seq' ? node.items[step.index] : undefined
    else return undefined
    node = node && resolveAlias(node)
  }
  return node
}

/** The scalar at a path in the form of `nodePath`. Undefined for a value that is absent or `null`. */
export function scalarNodeAt(tree: YamlTree, path: string): YamlScalar | undefined {
  const node = nodeAt(tree, path)
  return node?.kind !== 'scalar' || node.start < 0 || isPlainNull(tree.text, node) ? undefined : node
}
