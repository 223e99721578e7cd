import type { TextRange } from '../text-range.ts'
import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml'
import type { YamlScalar } from './yaml-tree.ts'

/** The value of a scalar, with escapes and folding resolved. */
export function scalarValue(text: string, scalar: YamlScalar): string {
  return getScalarValue(text, scalar.event)
}

/** Literal (`|`) or folded (`>`). */
export function isBlockScalar(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.LITERAL_BLOCK || event.style === SCALAR_STYLE.FOLDED_BLOCK
}

/** A literal block scalar (`|`): its lines are kept as written, except for their indentation. */
export function isLiteralBlock(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.LITERAL_BLOCK
}

/** Written without quotes and not as a block scalar. */
export function isPlain(event: ScalarEvent): boolean {
  return event.style === SCALAR_STYLE.PLAIN
}

const NOT_TEXT =
  /^(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9][0-9_]*|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/

/** Whether a plain scalar with this text reads as null, a boolean or a number. */
export function isTypedPlain(value: string): boolean {
  return value.length < 64 && NOT_TEXT.test(value)
}

/** Whether a scalar is written as an unquoted `null` or `~`; an empty one is not. */
export function isPlainNull(text: string, scalar: YamlScalar): boolean {
  return isPlain(scalar.event) && /^(?:~|null|Null|NULL)$/.test(scalarValue(text, scalar))
}

/** The types other than string and null that an unquoted scalar can have. */
export type TypedKind = 'number' | 'boolean'

/** The type of a plain scalar with this text; undefined when it is neither a number nor a boolean. */
export function typedKind(value: string): TypedKind | undefined {
  if (!isTypedPlain(value) || /^(?:~|null)?$/i.test(value)) return undefined
  return /^(?:true|false)$/i.test(value) ? 'boolean' : 'number'
}

/**
 * The range of a scalar including its quotes, or the header of a block scalar without its last line break. `from` is
 * where the previous token ended, so that an indicator inside a key is not taken for a header.
 */
export function scalarRange(text: string, event: ScalarEvent, from: number): TextRange {
  if (event.valueStart < 0) return { start: -1, end: -1 }
  if (isBlockScalar(event)) return blockRange(text, event, from)
  const quote = isPlain(event) ? 0 : 1
  return { start: event.valueStart - quote, end: event.valueEnd + quote }
}

function blockRange(text: string, event: ScalarEvent, from: number): TextRange {
  const headerEnd = trimBreak(text, event.valueStart)
  const behind = Math.max(from, event.anchorEnd, event.tagEnd, 0)
  // Not with lastIndexOf: in a text without one kind of line break it would search back to the beginning for every
  // block.
  let start = headerEnd
  while (start > behind && text[start - 1] !== '\n' && text[start - 1] !== '\r') start -= 1
  while (start < headerEnd && text[start] !== '|' && text[start] !== '>') start += 1
  return { start, end: Math.max(headerEnd, contentEnd(text, event)) }
}

function contentEnd(text: string, event: ScalarEvent): number {
  let end = trimBreak(text, event.valueEnd)
  // Blank lines after the content are not part of the range.
  for (let next = trimBlankLine(text, end); next > event.valueStart && next < end; next = trimBlankLine(text, end))
    end = next
  return end
}

function trimBlankLine(text: string, end: number): number {
  let at = end
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at -= 1
  const before = trimBreak(text, at)
  return before < at ? before : end
}

function trimBreak(text: string, end: number): number {
  if (text[end - 1] === '\n') return text[end - 2] === '\r' ? end - 2 : end - 1
  return text[end - 1] === '\r' ? end - 1 : end
}
