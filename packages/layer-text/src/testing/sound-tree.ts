import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import type { YamlTree } from '../yaml/yaml-tree.ts'

/** The tree of a text that a test is about. @throws Error where the text is no YAML. */
export function soundTree(text: string): YamlTree {
  const tree = treeOf(text)
  if (!tree) throw new Error('The text of this test is no YAML.')
  return tree
}
