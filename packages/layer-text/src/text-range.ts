/** A range in UTF-16 units of a text; `end` is exclusive. */
export interface TextRange {
  start: number
  end: number
}

/** A position for people to read: line and column count from 1. */
export interface TextPosition {
  line: number
  column: number
  offset: number
}

/** Line and column (from 1) of an offset; LF, CRLF and CR end a line. */
export function positionAt(text: string, offset: number): TextPosition {
  let line = 1
  let lineStart = 0
  for (let at = 0; at < offset; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit !== 10 && !(unit === 13 && text.charCodeAt(at + 1) !== 10)) continue
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1, offset }
}
