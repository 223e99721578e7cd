import { writtenText } from './canonical-text.ts'
import { treeOf } from './parsing/parse-yaml.ts'
import type { YamlScalar, YamlTree } from './yaml-tree.ts'

/** Parses the text of a scalar as YAML: null when it is invalid, undefined when it cannot contain a key. */
export type InnerReader = (scalar: YamlScalar) => YamlTree | null | undefined

/** Parses the scalars of one text, each at most once, however many paths continue in it. */
export function innerReader(tree: YamlTree): InnerReader {
  const trees = new Map<YamlScalar, YamlTree | null | undefined>()
  return (scalar) => {
    if (!trees.has(scalar)) trees.set(scalar, readText(writtenText(tree, scalar)))
    return trees.get(scalar)
  }
}

function readText(text: string | undefined): YamlTree | null | undefined {
  if (!text?.includes(':')) return undefined
  return treeOf(text) ?? null
}
