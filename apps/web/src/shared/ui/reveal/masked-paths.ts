import { maskedPlaces, treeOf } from '@waybill/layer-text'

/** The paths of the masked values in a text, in order. A text that is a single mask has the empty path. */
export function maskedPaths(text: string): readonly string[] {
  const tree = treeOf(text)
  return tree ? maskedPlaces(tree).map(({ path }) => path) : []
}
