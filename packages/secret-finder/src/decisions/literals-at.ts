import { parsePath, treeOf, pathsIn, type YamlScalar, type YamlTree } from '@waybill/layer-text'
import { literalsUnder } from '../evidence/declared/declared.ts'

/** Leads the paths of a text of several documents, as `nodePath` writes them. */
const IN_DOCUMENT = /^document\[(\d+)\]\.?/

/** Every scalar at and below a path that says something. */
export function literalsAt(tree: YamlTree, path: string): YamlScalar[] {
  const led = tree.documents.length > 1 ? IN_DOCUMENT.exec(path) : null
  const from = led ? tree.documents.slice(Number(led[1])).slice(0, 1) : tree.documents
  const target = pathsIn(tree)(parsePath(path.slice(led?.[0].length ?? 0)), from)
  return [...(target?.found ?? [])].flatMap((node) => literalsUnder(tree, node))
}

/** Which of the paths lead to a value of a text that a mark can be put on; the text is read once. */
export function markablePaths(text: string, paths: readonly string[]): Set<string> {
  const tree = treeOf(text)
  if (!tree) return new Set()
  return new Set(paths.filter((path) => literalsAt(tree, path).length > 0))
}
