import { maskedPlaces, treeOf } from '@waybill/layer-text'

/** Paths of the values of a text that screens mask, in its order. A text that is one mask has the empty path. */
export function maskedPaths(text: string): readonly string[] {
  const tree = treeOf(text)
  return tree ? maskedPlaces(tree).map(({ path }) => path) : []
}
