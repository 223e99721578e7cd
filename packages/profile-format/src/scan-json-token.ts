export interface JsonCursor {
  readonly text: string
  pos: number
}

const QUOTE = 34
const BACKSLASH = 92
const SHORT_ESCAPES = '"\\/bfnrt'
const FOUR_HEX_DIGITS = /[0-9A-Fa-f]{4}/y

type ScannedString =
  { text: { value: string; isLoneSurrogate: boolean }; fault?: undefined } | { text?: undefined; fault: string }

/** Reads the JSON string that begins at the cursor and moves behind it; on a fault the cursor stands on it. */
export function scanString(cursor: JsonCursor): ScannedString {
  const { text, pos: start } = cursor
  let hasEscape = false
  let hasCodeEscape = false
  let at = start + 1
  for (;;) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) break
    if (code === BACKSLASH) {
      const length = escapeLength(text, at)
      if (length === 0) return faultAt(cursor, at, 'a valid escape after the backslash')
      hasEscape = true
      hasCodeEscape ||= length === 6
      at += length
    } else if (code >= 32) {
      at++
    } else {
      return faultAt(
        cursor,
        at,
        Number.isNaN(code) ? 'a closing double quote' : 'an escape such as \\n in place of a control character',
      )
    }
  }
  cursor.pos = at + 1
  const value = hasEscape ? unescape(text.slice(start, at + 1)) : text.slice(start + 1, at)
  return { text: { value, isLoneSurrogate: hasCodeEscape && !value.isWellFormed() } }
}

function faultAt(cursor: JsonCursor, at: number, fault: string): ScannedString {
  cursor.pos = Math.min(at, cursor.text.length)
  return { fault }
}

function escapeLength(text: string, at: number): number {
  const letter = text.charAt(at + 1)
  if (letter === 'u') {
    FOUR_HEX_DIGITS.lastIndex = at + 2
    return FOUR_HEX_DIGITS.test(text) ? 6 : 0
  }
  return letter !== '' && SHORT_ESCAPES.includes(letter) ? 2 : 0
}

// The token is known to be valid, so the engine's own decoder cannot throw, and it is the fastest there is.
function unescape(token: string): string {
  const value: unknown = JSON.parse(token)
  return typeof value === 'string' ? value : ''
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

/** What stands at a place, by kind and never by content: these words go into messages. */
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
