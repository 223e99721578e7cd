import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/** Parses the text of a test. @throws Error if it is invalid YAML. */
export function soundTree(text: string): YamlTree {
  const tree = treeOf(text)
  if (!tree) throw new Error('The text of this test is invalid YAML.')
  return tree
}
