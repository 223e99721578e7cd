/** The current position in a JSON text; `pos` counts UTF-16 units. */
export interface JsonCursor {
  readonly text: string
  pos: number
}

const BACKSLASH = 92
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y

type ScannedString = { value: string; fault?: undefined } | { value?: undefined; fault: string }

/**
 * Reads the JSON string at the cursor and moves past it; on a fault the cursor is left at the fault. The engine's own
 * search and decoder do the work, several times faster than a loop here. Only a string they reject is scanned again to
 * locate the fault.
 */
export function scanString(cursor: JsonCursor): ScannedString {
  const end = closingQuote(cursor.text, cursor.pos + 1)
  const value = end === -1 ? null : textBetween(cursor.text, cursor.pos, end)
  if (value === null) return findFault(cursor)
  cursor.pos = end + 1
  return { value }
}

function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1)
  return at
}

function isEscaped(text: string, quote: number): boolean {
  let backslashes = 0
  while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++
  return backslashes % 2 === 1
}

// A short text without escapes, as nearly all keys are, is not worth calling the decoder.
const SHORT = 64

function textBetween(text: string, start: number, end: number): string | null {
  const isPlain = end - start < SHORT && isPlainBetween(text, start + 1, end)
  return isPlain ? text.slice(start + 1, end) : decode(text.slice(start, end + 1))
}

function isPlainBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH || code < 32) return false
  }
  return true
}

function decode(token: string): string | null {
  try {
    const value: unknown = JSON.parse(token)
    return typeof value === 'string' ? value : null
  } catch {
    // The engine's message quotes the file, so the fault is located by hand.
    return null
  }
}

/** An escape that is cut off by the end of the file. */
const CUT_ESCAPE = /^\\(?:u[0-9a-f]{0,3})?$/i

function findFault(cursor: JsonCursor): ScannedString {
  const { text } = cursor
  let at = cursor.pos + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === BACKSLASH && isAt(ESCAPE, text, at)) at = ESCAPE.lastIndex
    else if (code >= 32 && code !== BACKSLASH) at++
    else break
  }
  cursor.pos = at
  if (CUT_ESCAPE.test(text.slice(at, at + 6))) cursor.pos = text.length
  if (cursor.pos >= text.length) return { fault: 'a closing double quote' }
  if (text.charCodeAt(at) === BACKSLASH) return { fault: 'a valid escape after the backslash' }
  return { fault: 'an escape such as \\n in place of a control character' }
}

const FOUND: readonly (readonly [RegExp, string])[] = [
  [/\/[/*]|#/y, 'a comment'],
  [/'/y, 'a single quote'],
  [/[\u2018-\u201f]/y, 'a typographic quote'],
  [/[+-]?(?:NaN|Infinity)/y, 'NaN or Infinity'],
  [/undefined/y, 'undefined'],
  [/True|False|None/y, 'a Python literal'],
  [/</y, 'a less-than sign'],
  [/[}\]]/y, 'a closing bracket'],
  [/[{[]/y, 'an opening bracket'],
  [/,/y, 'a comma'],
  [/:/y, 'a colon'],
  [/"/y, 'a double quote'],
  [/=/y, 'an equals sign'],
  [/[+-]?[\d.]/y, 'a number'],
  [/\p{L}/uy, 'a letter'],
  [/\p{Cc}/uy, 'a control character'],
]

/** Describes what is at an offset by its kind, never its content: the description goes into messages. */
export function describeFound(text: string, at: number): string {
  if (at >= text.length) return 'the end of the file'
  const name = FOUND.find(([pattern]) => isAt(pattern, text, at))?.[1] ?? 'another character'
  return name === 'a closing bracket' && text.slice(0, at).trimEnd().endsWith(',')
    ? 'a comma before the closing bracket'
    : name
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}
