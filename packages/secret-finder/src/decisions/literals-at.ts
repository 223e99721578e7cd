import { DOCUMENT_PREFIX, parsePath, treeOf, pathsIn, type YamlScalar, type YamlTree } from '@waybill/layer-text'
import { literalsUnder } from '../evidence/declared/declared.ts'

/** Every scalar with a value at and below a path. */
export function literalsAt(tree: YamlTree, path: string): YamlScalar[] {
  const led = tree.documents.length > 1 ? DOCUMENT_PREFIX.exec(path) : null
  const from = led ? tree.documents.slice(Number(led[1])).slice(0, 1) : tree.documents
  const target = pathsIn(tree)(parsePath(path.slice(led?.[0].length ?? 0)), from)
  return [...(target?.found ?? [])].flatMap((node) => literalsUnder(tree, node))
}

/** Returns those of the paths that lead to a value that can be marked; the text is parsed once. */
export function markablePaths(text: string, paths: readonly string[]): Set<string> {
  const tree = treeOf(text)
  if (!tree) return new Set()
  return new Set(paths.filter((path) => literalsAt(tree, path).length > 0))
}
