import type { TextRange } from '../../text-range.ts'

/** A text with some characters replaced by spaces so that the parser accepts it; all offsets stay the same. */
export interface RelaxedText {
  text: string
  /** In order, without overlaps. */
  blanks: readonly TextRange[]
}

interface Scan {
  text: string
  at: number
  /**
   * Column of the key or dash before the current value; inside brackets and quotes the parser wants lines indented
   * further.
   */
  parent: number
  blanks: TextRange[]
}

/**
 * Thrown only in this file: a text that ends, or begins a new document, inside brackets or quotes cannot be repaired.
 */
class Unclosed extends Error {}

/**
 * Go's YAML ignores indentation and tabs inside brackets, and indentation inside quotes; the parser does not. So tabs
 * inside brackets are replaced by spaces, and where a line inside brackets or quotes is not indented enough, so is the
 * line break before it, with a comment that ends there. Line folding turns a single break into one space anyway, and
 * values are read from the original text. One pass, linear in the text; undefined when nothing needs replacing.
 */
export function relaxFlow(text: string): RelaxedText | undefined {
  const scan: Scan = { text, at: 0, parent: -1, blanks: [] }
  try {
    // A line indented further than this column continues the one before: a block scalar or a plain one.
    let textBehind = Infinity
    while (scan.at < text.length) {
      const { column, isBlank } = lineAt(scan)
      if (column <= textBehind && !isBlank) textBehind = readLine(scan)
      scan.at = behindBreak(text, endOfLine(text, scan.at))
    }
  } catch (error) {
    if (error instanceof Unclosed) return undefined
    throw error
  }
  return scan.blanks.length === 0 ? undefined : { text: blanked(text, scan.blanks), blanks: scan.blanks }
}

function blanked(text: string, blanks: readonly TextRange[]): string {
  let at = 0
  const parts = blanks.flatMap(({ start, end }) => {
    const before = text.slice(at, start)
    at = end
    return [before, ' '.repeat(end - start)]
  })
  return parts.join('') + text.slice(at)
}

const MARKER = /(?:---|\.\.\.)(?=[\s]|$)/y
const INDICATOR = /[-?:](?=\s|$)/y
const PROPERTY = /[&!*][^\s]*/y
const KEY_END = /[ \t]*:(?=\s|$)/y

/** Reads one line outside of brackets; returns the column beyond which following lines belong to its last scalar. */
function readLine(scan: Scan): number {
  const { text } = scan
  const start = scan.at
  const columnNow = () => scan.at - start
  let parent: number | undefined
  if (skip(scan, MARKER) || text[start] === '%') parent = -1
  for (;;) {
    skipBlanks(scan)
    const column = columnNow()
    const first = text[scan.at]
    scan.parent = parent ?? column - 1
    if (first === undefined || first === '\n' || first === '\r' || first === '#') return Infinity
    if (skip(scan, INDICATOR)) parent = column
    else if (skip(scan, PROPERTY)) continue
    else if (first === '|' || first === '>') return scan.parent
    else if (readEnclosed(scan) || skipPlain(scan)) {
      if (!skip(scan, KEY_END)) return Infinity
      parent = column
    } else return scan.parent
  }
}

/** Reads quotes or brackets, over as many lines as they span. */
function readEnclosed(scan: Scan): boolean {
  const first = scan.text[scan.at]
  if (first === '"' || first === "'") readQuoted(scan)
  else if (first === '[' || first === '{') readFlow(scan)
  else return false
  return true
}

/** Moves to the colon of a plain key; returns false if the line has none. */
function skipPlain(scan: Scan): boolean {
  const { text } = scan
  for (let at = scan.at; at < text.length && !isBreak(text[at]); at += 1) {
    if (text[at] === '#' && isSpace(text[at - 1])) return false
    if (text[at] === ':' && isSpace(text[at + 1] ?? ' ')) {
      scan.at = at
      return true
    }
  }
  return false
}

function readQuoted(scan: Scan): void {
  const { text } = scan
  const quote = text[scan.at]
  scan.at += 1
  while (scan.at < text.length) {
    const unit = text[scan.at]
    if (isBreak(unit)) readBreak(scan, scan.at, / */y)
    else if (unit === '\\' && quote === '"' && !isBreak(text[scan.at + 1])) scan.at += 2
    else if (unit !== quote) scan.at += 1
    else if (quote === "'" && text[scan.at + 1] === quote) scan.at += 2
    else {
      scan.at += 1
      return
    }
  }
  throw new Unclosed()
}

function readFlow(scan: Scan): void {
  const { text } = scan
  let depth = 0
  // Quotes begin a scalar only where a value can begin; in the middle of a plain scalar they are ordinary characters.
  let isBefore = true
  while (scan.at < text.length) {
    const unit = text[scan.at]
    if (unit === '\t') scan.blanks.push({ start: scan.at, end: scan.at + 1 })
    if (isBreak(unit)) readBreak(scan, scan.at, /[ \t]*/y)
    else if (unit === '#' && isSpace(text[scan.at - 1])) skipComment(scan)
    else if (isBefore && (unit === '"' || unit === "'")) {
      readQuoted(scan)
      isBefore = false
    } else if (isBefore && (unit === '&' || unit === '!')) skip(scan, /[^\s,[\]{}]+/y)
    else {
      if (unit === '[' || unit === '{') depth += 1
      if (unit === ']' || unit === '}') depth -= 1
      if (!isSpace(unit)) isBefore = startsValue(text, scan.at)
      scan.at += 1
      if (depth === 0) return
    }
  }
  throw new Unclosed()
}

function startsValue(text: string, at: number): boolean {
  const unit = text[at]
  if (unit === ':') return /[\s,[\]{}"']/.test(text[at + 1] ?? ' ')
  return unit === '[' || unit === '{' || unit === ',' || (unit === '?' && isSpace(text[at + 1]))
}

function skipComment(scan: Scan): void {
  const start = scan.at
  scan.at = endOfLine(scan.text, start)
  if (scan.at < scan.text.length) readBreak(scan, start, /[ \t]*/y)
}

/** Moves to the next line; replaces everything from `start` on with spaces if that line is not indented enough. */
function readBreak(scan: Scan, start: number, indentation: RegExp): void {
  const { text } = scan
  const next = behindBreak(text, endOfLine(text, scan.at))
  MARKER.lastIndex = next
  if (MARKER.test(text)) throw new Unclosed()
  scan.at = next
  indentation.lastIndex = next
  const column = indentation.exec(text)?.[0].length ?? 0
  const isBlank = next + column >= text.length || isBreak(text[next + column])
  if (!isBlank && column <= scan.parent) scan.blanks.push({ start, end: next })
}

function lineAt({ text, at }: Scan): { column: number; isBlank: boolean } {
  let end = at
  while (text[end] === ' ') end += 1
  MARKER.lastIndex = at
  const isMarker = MARKER.test(text)
  return { column: isMarker ? -1 : end - at, isBlank: end >= text.length || isBreak(text[end]) }
}

function skip(scan: Scan, pattern: RegExp): boolean {
  pattern.lastIndex = scan.at
  if (!pattern.test(scan.text)) return false
  scan.at = pattern.lastIndex
  return true
}

function skipBlanks(scan: Scan): void {
  while (scan.text[scan.at] === ' ' || scan.text[scan.at] === '\t') scan.at += 1
}

function endOfLine(text: string, from: number): number {
  let end = from
  while (end < text.length && !isBreak(text[end])) end += 1
  return end
}

function behindBreak(text: string, at: number): number {
  return text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1
}

const isBreak = (unit: string | undefined) => unit === '\n' || unit === '\r'
const isSpace = (unit: string | undefined) => unit === ' ' || unit === '\t' || isBreak(unit)
