import { maskedPlaces, parseYaml } from '@waybill/layer-text'

/** Paths of the values of a text that screens mask, in its order. A text that is one mask has the empty path. */
export function maskedPaths(text: string): readonly string[] {
  const parsed = parseYaml(text)
  return 'tree' in parsed ? maskedPlaces(parsed.tree).map(({ path }) => path) : []
}
