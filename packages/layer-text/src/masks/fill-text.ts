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
 * Replaces masks with values. A mask that is a whole scalar becomes a double-quoted scalar (`""` for an empty value)
 * whatever the value looks like, so that no value can escape from its place; only a value of the expected number or
 * boolean type is not quoted. A mask inside a scalar is replaced in the style of that scalar, and if the style cannot
 * hold the value the scalar is quoted anew. A mask that is the whole text is replaced with the value unchanged: it
 * replaced a text. All other bytes are kept.
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
