import { nodePath, treeOf, scalarValue } from '@waybill/layer-text'

/** Looks up a pack's default value by path; undefined if there is none, or the defaults cannot be parsed. */
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
