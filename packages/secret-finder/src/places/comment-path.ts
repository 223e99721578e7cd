import { lineOf, type YamlTree } from '@waybill/layer-text'

/** The path of a place in a comment: its line. */
export function commentPath(tree: YamlTree, offset: number): string {
  return `comment[${lineOf(tree, offset)}]`
}
