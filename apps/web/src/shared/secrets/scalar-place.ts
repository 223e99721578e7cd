import type { YamlAlias, YamlNode, YamlScalar } from '@waybill/layer-text'

/** A value that stands in a text, by the path that marks know it by. */
export interface ScalarPlace {
  path: string
  /** Whether it is masked, wholly or in part. */
  isMasked: boolean
}

export interface PlacesOfText {
  /** The value that a selection or a caret touches. */
  at: (pick: { start: number; end: number }) => ScalarPlace | null
  /** The value at a path. */
  byPath: (path: string) => ScalarPlace | null
}

/** Reads where the values of a text stand. */
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

/** A key speaks for its value. */
function valueOf(scalar: YamlScalar | YamlAlias): YamlNode | null {
  const { node, isKey } = scalar.parent
  if (!isKey || node?.kind !== 'map') return scalar
  const value = node.entries.find(({ key }) => key === scalar)?.value
  return value?.kind === 'scalar' ? value : null
}
