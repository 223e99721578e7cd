import { lineOf, type YamlTree } from '@waybill/layer-text'

/** The path of a place in a comment, made from its line number. */
export function commentPath(tree: YamlTree, offset: number): string {
  return `comment[${lineOf(tree, offset)}]`
}
