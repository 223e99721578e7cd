import { isBlockScalar, isPlain, scalarValue, type TextRange, type YamlScalar } from '@waybill/layer-text'

/** The value of a scalar, and the source range of each part of it. */
export interface DecodedScalar {
  value: string
  /** The source range of a range of the value; undefined if it cannot be determined. */
  written: (range: TextRange) => TextRange | undefined
}

/** Decodes a scalar (quotes, escapes, folding, indentation) and maps ranges of the value back to the source. */
export function decodeScalar(text: string, scalar: YamlScalar): DecodedScalar {
  const value = scalarValue(text, scalar)
  const { valueStart, valueEnd } = scalar.event
  if (valueEnd - valueStart === value.length && text.startsWith(value, valueStart)) {
    return { value, written: ({ start, end }) => ({ start: valueStart + start, end: valueStart + end }) }
  }
  // Computed only when something is found, which is rare.
  let ends: Int32Array | null | undefined
  return {
    value,
    written: ({ start, end }) => {
      ends ??= align(text, scalar, value) ?? null
      if (!ends) return undefined
      return { start: ends[2 * start] ?? 0, end: ends[2 * Math.max(start, end - 1) + 1] ?? 0 }
    },
  }
}

/** Start and end of every character in the source; undefined if source and value cannot be aligned. */
function align(text: string, scalar: YamlScalar, value: string): Int32Array | undefined {
  const { valueStart, valueEnd } = scalar.event
  const quote = isPlain(scalar.event) || isBlockScalar(scalar.event) ? '' : text[valueStart - 1]
  const isDouble = quote === '"'
  const isSingle = quote === "'"
  const places = new Int32Array(2 * value.length)
  let at = valueStart
  for (let index = 0; index < value.length; index += 1) {
    const unit = value[index] ?? ''
    if (isDouble) at = skipLineEscape(text, at, valueEnd)
    if (isSpace(unit) && !(isDouble && text[at] === '\\')) {
      at = alignSpace(text, at, { places, index, value, valueEnd })
      continue
    }
    while (at < valueEnd && isSpace(text[at] ?? '')) at += 1
    if (isDouble) at = skipLineEscape(text, at, valueEnd)
    const length = isDouble ? escapeLength(text, at) : isSingle && text.startsWith("''", at) ? 2 : 1
    const isHalf = length > 1 && isLow(unit) && index > 0
    if (length === 1 && text[at] !== unit) return undefined
    places[2 * index] = at
    places[2 * index + 1] = at + length
    // A surrogate pair is written as one escape.
    if (!(length > 6 && isHigh(unit)) || isHalf) at += length
  }
  return places
}

interface Spaces {
  places: Int32Array
  index: number
  value: string
  valueEnd: number
}

/** Aligns a space or line break of the value, which may come from several that were folded into one. */
function alignSpace(text: string, at: number, { places, index, value, valueEnd }: Spaces): number {
  const isLast = !isSpace(value[index + 1] ?? 'x')
  let end = at
  if (isLast) while (end < valueEnd && isSpace(text[end] ?? '')) end += 1
  else if (isSpace(text[end] ?? '')) end += 1
  places[2 * index] = at
  places[2 * index + 1] = end
  return end
}

function skipLineEscape(text: string, from: number, end: number): number {
  let at = from
  while (at < end && text[at] === '\\' && (text[at + 1] === '\n' || text[at + 1] === '\r')) {
    at += 1
    while (at < end && isSpace(text[at] ?? '')) at += 1
  }
  return at
}

function escapeLength(text: string, at: number): number {
  if (text[at] !== '\\') return 1
  const kind = text[at + 1]
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2
}

function isSpace(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\r' || unit === '\t'
}

function isHigh(unit: string): boolean {
  return unit >= '\ud800' && unit <= '\udbff'
}

function isLow(unit: string): boolean {
  return unit >= '\udc00' && unit <= '\udfff'
}
