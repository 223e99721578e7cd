import { nodePath, treeOf, scalarValue } from '@waybill/layer-text'

/** The value that a pack ships at a path; undefined where it ships none. Defaults that cannot be read say nothing. */
export function defaultsOf(defaults: string): (path: string) => string | undefined {
  const tree = treeOf(defaults)
  if (!tree) return () => undefined
  const values = new Map<string, string>()
  for (const scalar of tree.scalars) {
    if (scalar.kind === 'scalar' && !scalar.parent.isKey)
      values.set(nodePath(tree, scalar), scalarValue(tree.text, scalar))
  }
  return (path) => values.get(path)
}
