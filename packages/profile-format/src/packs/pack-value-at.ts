import { packNameOf } from './choose/choose-catalogue.ts'
import { isPlainNull, treeOf, scalarValue, resolveAlias, type YamlNode, type YamlTree } from '@waybill/layer-text'

/** The part of a layer that references to its values need. */
export interface ReferredLayer {
  name: string
  values?: string | undefined
}

/** No real pack has a longer path, and its parts would take long to try. */
const MAXIMUM_NAME = 1_024

/**
 * Looks up what `{{ .spectro.pack.<pack>.<path> }}` refers to. Pack names and keys may contain dots: the longest
 * existing one is tried first. Empty when the pack has no such value; undefined when the profile has no such pack, or
 * the value is a map or list.
 */
export function packValues(layers: readonly ReferredLayer[]): (name: string) => string | undefined {
  const byName = new Map<string, ReferredLayer>()
  for (const layer of [...layers].toReversed()) {
    byName.set(packNameOf(layer.name), layer)
  }
  for (const layer of layers) byName.set(layer.name, layer)
  const trees = new Map<ReferredLayer, YamlTree | undefined>()
  const treeOfLayer = (layer: ReferredLayer): YamlTree | undefined => {
    const tree = trees.get(layer) ?? treeOf(layer.values ?? '')
    trees.set(layer, tree)
    return tree
  }
  return (name) => {
    if (name.length > MAXIMUM_NAME) return undefined
    for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
      const layer = byName.get(name.slice(0, dot))
      if (layer) return valueIn(treeOfLayer(layer), name.slice(dot + 1))
    }
    return undefined
  }
}

function valueIn(tree: YamlTree | undefined, path: string): string | undefined {
  if (!tree) return undefined
  const words = path.split('.')
  const missing = new Map<YamlNode, Set<number>>()
  for (const document of tree.documents) {
    const node = follow({ words, missing }, document, 0)
    if (node?.kind === 'scalar') return isPlainNull(tree.text, node) ? '' : scalarValue(tree.text, node)
    if (node) return undefined
  }
  return ''
}

interface Search {
  words: readonly string[]
  /** Positions in `words` from which the search below a node has already failed. */
  missing: Map<YamlNode, Set<number>>
}

function follow(search: Search, reached: YamlNode, at: number): YamlNode | undefined {
  const { words, missing } = search
  const node = resolveAlias(reached)
  if (at === words.length) return node
  const tried = missing.get(node) ?? new Set()
  if (node.kind !== 'map' || tried.has(at)) return undefined
  missing.set(node, tried.add(at))
  for (let end = words.length; end > at; end -= 1) {
    const entry = node.byKey.get(words.slice(at, end).join('.'))
    const found = entry && follow(search, entry.value, end)
    if (found) return found
  }
  return undefined
}
