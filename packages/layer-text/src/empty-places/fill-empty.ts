import { fillText } from '../masks/fill-text.ts'
import { MASK } from '../masks/mask.ts'
import { maskedPlaces } from '../masks/masked-places.ts'
import { scalarNodeAt } from '../path/node-at.ts'
import { treeOf } from '../yaml/parsing/parse-yaml.ts'
import { quoteYaml } from '../yaml/quote-yaml.ts'
import { scalarValue, type TypedKind } from '../yaml/yaml-scalar.ts'
import type { EmptyPlace } from './empty-place.ts'
import { gapAt, isWholeText } from './still-empty.ts'

/** A value for an empty place. */
export interface EmptyFill extends EmptyPlace {
  value: string
  /** The type of the place if it is a whole scalar: a value that reads as this type is written without quotes. */
  as?: TypedKind | undefined
}

/**
 * Fills places that are still empty and keeps every other byte, as `fillText` does for masks. A place that is no longer
 * empty is left alone.
 */
export function fillEmpty(text: string, fills: readonly EmptyFill[]): string {
  const ofText = fills.find(isWholeText)
  if (ofText) return text.trim() === '' ? ofText.value : text
  const isWhole = ({ template }: EmptyFill) => template === MASK
  let filled = fillScalars(text, fills.filter(isWhole))
  for (const fill of fills) if (!isWhole(fill)) filled = fillGap(filled, fill)
  return filled
}

function fillScalars(text: string, fills: readonly EmptyFill[]): string {
  const tree = treeOf(text)
  if (!tree || fills.length === 0) return text
  const splices = fills.flatMap((fill) => {
    const gap = gapAt(tree, fill)
    return gap ? [{ ...fill, start: gap.scalar.start, end: gap.scalar.end, isPartial: false }] : []
  })
  return fillText(text, splices)
}

/**
 * Fills a gap inside a longer value: in the scalar's style if that can hold the value, otherwise the scalar is quoted
 * anew.
 */
function fillGap(text: string, fill: EmptyFill): string {
  const tree = treeOf(text)
  const gap = tree && gapAt(tree, fill)
  if (!tree || !gap) return text
  const { scalar, at } = gap
  const value = scalarValue(text, scalar)
  const [before, after] = [value.slice(0, at), value.slice(at)]
  const wanted = before + fill.value + after
  for (const offset of offsetsOf(text.slice(0, scalar.end), { before, after, from: scalar.start })) {
    const filled = fillAt(text, { ...fill, offset, masked: before + MASK + after })
    if (filled !== undefined && valueAt(filled, fill.path) === wanted) return filled
  }
  return text.slice(0, scalar.start) + quoteYaml(wanted) + text.slice(scalar.end)
}

function valueAt(text: string, path: string): string | undefined {
  const tree = treeOf(text)
  const scalar = tree && scalarNodeAt(tree, path)
  return scalar && scalarValue(text, scalar)
}

/** How many characters of the same line are used to find the gap in the written scalar. */
const CONTEXT = 64
/** If the same characters occur more often than this, the scalar is quoted anew. */
const MOST_TRIED = 8

/** Offsets where the gap may be in the written scalar, found by the characters around it. */
function offsetsOf(text: string, { before, after, from }: { before: string; after: string; from: number }): number[] {
  const head = (before.split('\n').at(-1) ?? '').slice(-CONTEXT)
  const around = head + (after.split('\n')[0] ?? '').slice(0, CONTEXT)
  const offsets: number[] = []
  if (around === '') return offsets
  for (let at = text.indexOf(around, from); at >= 0 && offsets.length < MOST_TRIED; at = text.indexOf(around, at + 1)) {
    offsets.push(at + head.length)
  }
  return offsets
}

interface GapFill extends EmptyFill {
  offset: number
  /** The value with the mask in its gap. */
  masked: string
}

/** Undefined when the gap is not at this offset. */
function fillAt(text: string, { offset, masked, path, value }: GapFill): string | undefined {
  const withMask = text.slice(0, offset) + MASK + text.slice(offset)
  const tree = treeOf(withMask)
  const scalar = tree && scalarNodeAt(tree, path)
  if (!tree || !scalar || scalarValue(withMask, scalar) !== masked) return undefined
  const place = maskedPlaces(tree).find(({ start, isPartial }) => isPartial && start === offset)
  return place && fillText(withMask, [{ ...place, value }])
}
