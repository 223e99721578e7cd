import { isPlain, isTypedPlain, scalarValue } from '../yaml/yaml-scalar.ts'
import type { YamlScalar, YamlTree } from '../yaml/yaml-tree.ts'
import { stepTo } from './follow-path.ts'
import { parsePath } from './text-path.ts'

const DOCUMENT = /^document\[(\d+)\]\.?/

/** The scalar at a path in the form of `nodePath`. Undefined for `null` and for empty values. */
export function scalarNodeAt(tree: YamlTree, path: string): YamlScalar | undefined {
  const root = tree.documents[Number(DOCUMENT.exec(path)?.[1] ?? 0)]
  const inside = tree.documents.length > 1 ? path.replace(DOCUMENT, '') : path
  const node = root && stepTo(root, parsePath(inside))
  if (node?.kind !== 'scalar' || node.start < 0) return undefined
  const value = scalarValue(tree.text, node)
  const isNull = isPlain(node.event) && isTypedPlain(value) && /^(?:~|null)$/i.test(value)
  return isNull ? undefined : node
}
