import type { TextRange } from '../text-range.ts'
import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import { quoteYaml } from '../yaml/quote-yaml.ts'
import { typedKind } from '../yaml/yaml-scalar.ts'
import type { YamlScalar } from '../yaml/yaml-tree.ts'
import type { Fill } from './masked-place.ts'
import { scalarOver } from '../yaml/scalar-over.ts'
import { fillScalar } from './fill-scalar.ts'

interface Splice extends TextRange {
  replacement: string
}

/**
 * Puts values in place of masks. A whole scalar becomes a double-quoted text (`""` for nothing), whatever the value
 * looks like, so that no value can break out of its place; only what is to be a number or a switch, and is one, has no quotes. A part is spliced in the style around it, and where that
 * style cannot hold the value the scalar is quoted anew. A mask that is the whole text is replaced by the value as it
 * is: it stood for a text. Everything else keeps its bytes.
 */
export function fillText(text: string, fills: readonly Fill[]): string {
  const whole = fills.filter((fill) => !fill.isPartial).map((fill) => wholeSplice(text, fill))
  const parts = fills.filter((fill) => fill.isPartial)
  return splice(text, parts.length === 0 ? whole : [...whole, ...partSplices(text, parts)])
}

function wholeSplice(text: string, { start, end, value, path, as }: Fill): Splice {
  const isText = path === '' && text.slice(0, start).trim() === '' && text.slice(end).trim() === ''
  if (isText) return { start: 0, end: text.length, replacement: value }
  const isBare = as !== undefined && typedKind(value) === as
  return { start, end, replacement: isBare ? value : quoteYaml(value) }
}

function partSplices(text: string, fills: readonly Fill[]): Splice[] {
  const tree = treeOf(text)
  if (!tree) return []
  const byScalar = new Map<YamlScalar, Fill[]>()
  for (const fill of fills) {
    const scalar = scalarOver(tree, fill)
    if (scalar?.kind === 'scalar') byScalar.set(scalar, [...(byScalar.get(scalar) ?? []), fill])
  }
  return [...byScalar].map(([scalar, ofScalar]) => ({
    start: scalar.start,
    end: scalar.end,
    replacement: fillScalar(text, scalar, ofScalar),
  }))
}

function splice(text: string, splices: readonly Splice[]): string {
  let filled = ''
  let at = 0
  for (const { start, end, replacement } of splices.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    filled += text.slice(at, start) + replacement
    at = end
  }
  return filled + text.slice(at)
}
