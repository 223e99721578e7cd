import { SourceError } from '../source/source-error.ts'

const NEWLINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const HASH = 0x23
const DASH = 0x2d

/** A run of adjacent items of one list that fits the limit, as offsets into the index. */
export interface ItemRange {
  start: number
  end: number
}

/** One line: the offset of its start, of its text, and of the next line. */
interface Line {
  start: number
  text: number
  next: number
}

/**
 * Finds the chart versions of an index.yaml without parsing it: the byte range of every list item under `entries`, by
 * indentation alone, which block YAML scalars cannot break. So an index of any size is parsed item by item and never
 * held as a tree.
 *
 * @throws SourceError `not-a-registry` when there is no map of lists under a top-level key `entries`.
 */
export function* findItems(index: Uint8Array): Generator<ItemRange> {
  const scan: Scan = { isInEntries: false, wasFound: false, keyIndent: 0, dashIndent: -1, item: -1 }
  for (const line of linesOf(index)) {
    const started = scan.item
    step(index, line, scan)
    if (started >= 0 && scan.item !== started) yield { start: started, end: line.start }
  }
  if (scan.item >= 0) yield { start: scan.item, end: index.length }
  if (!scan.wasFound) throw new SourceError('not-a-registry')
}

interface Scan {
  isInEntries: boolean
  wasFound: boolean
  /** Indentation of the chart names; 0 before the first. */
  keyIndent: number
  /** Indentation of the items under the current name; -1 before the first. */
  dashIndent: number
  /** Offset of the current item; -1 for none. */
  item: number
}

function step(index: Uint8Array, line: Line, scan: Scan): void {
  const first = index[line.text]
  if (line.text >= line.next || first === NEWLINE || first === RETURN || first === HASH) return
  const indent = line.text - line.start
  if (indent === 0) return enterTopLevel(index, line, scan)
  if (!scan.isInEntries) return
  scan.keyIndent ||= indent
  const isItem = first === DASH && isBlank(index[line.text + 1])
  if (isItem && (scan.dashIndent === -1 || scan.dashIndent === indent)) {
    scan.dashIndent = indent
    scan.item = line.start
  } else if (indent < scan.keyIndent) {
    throw new SourceError('not-a-registry')
  } else if (indent === scan.keyIndent) {
    scan.dashIndent = -1
    scan.item = -1
  }
}

function enterTopLevel(index: Uint8Array, line: Line, scan: Scan): void {
  scan.isInEntries = isEntriesKey(index, line)
  scan.wasFound ||= scan.isInEntries
  scan.item = -1
}

/** `entries:` with its map on the next lines, or an empty map on the same line. */
const ENTRIES_KEY = /^(?:entries|"entries"|'entries')\s*:\s*(?:\{\s*\}|null|~)?\s*(?:\s#.*)?$/
const LONGEST_KEY = 256

/** @throws SourceError `not-a-registry` for a form that no tool writes. */
function isEntriesKey(index: Uint8Array, { text, next }: Line): boolean {
  const line = new TextDecoder('latin1').decode(index.subarray(text, Math.min(next, text + LONGEST_KEY))).trimEnd()
  if (ENTRIES_KEY.test(line)) return true
  if (/^["']?entries["']?\s*:/.test(line)) throw new SourceError('not-a-registry')
  return false
}

const isBlank = (byte: number | undefined) =>
  byte === undefined || byte === SPACE || byte === NEWLINE || byte === RETURN

function* linesOf(index: Uint8Array): Generator<Line> {
  const hasMark = index[0] === 0xef && index[1] === 0xbb && index[2] === 0xbf
  for (let start = hasMark ? 3 : 0; start < index.length;) {
    const newline = index.indexOf(NEWLINE, start)
    const next = newline === -1 ? index.length : newline + 1
    let text = start
    while (text < next && index[text] === SPACE) text += 1
    yield { start, text, next }
    start = next
  }
}
