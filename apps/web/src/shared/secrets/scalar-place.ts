import type { YamlAlias, YamlNode, YamlScalar } from '@waybill/layer-text'

/** A value in a text, with the path that marks use. */
export interface ScalarPlace {
  path: string
  /** Whether it is masked, as a whole or in part. */
  isMasked: boolean
}

export interface PlacesOfText {
  /** The value that a selection or caret touches. */
  at: (pick: { start: number; end: number }) => ScalarPlace | null
  /** The value at a path. */
  byPath: (path: string) => ScalarPlace | null
}

/** Finds the values of a text and their positions. */
export async function readPlaces(text: string): Promise<PlacesOfText> {
  const { MASK, nodePath, parsePath, treeOf, pathsIn, scalarOver } = await import('@waybill/layer-text')
  const tree = treeOf(text)
  if (!tree) return { at: () => null, byPath: () => null }
  const placeOf = (node: YamlNode | null | undefined): ScalarPlace | null => {
    if (!node || !('end' in node) || node.start < 0) return null
    return { path: nodePath(tree, node), isMasked: text.slice(node.start, node.end).includes(MASK) }
  }
  return {
    at: ({ start, end }) => {
      const over =
        scalarOver(tree, { start, end: Math.max(end, start + 1) }) ?? scalarOver(tree, { start: start - 1, end: start })
      return placeOf(over && valueOf(over))
    },
    byPath: (path) => placeOf([...(pathsIn(tree)(parsePath(path))?.found ?? [])][0]),
  }
}

/** Selecting a key selects its value. */
function valueOf(scalar: YamlScalar | YamlAlias): YamlNode | null {
  const { node, isKey } = scalar.parent
  if (!isKey || node?.kind !== 'map') return scalar
  const value = node.entries.find(({ key }) => key === scalar)?.value
  return value?.kind === 'scalar' ? value : null
}
