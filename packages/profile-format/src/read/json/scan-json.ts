import { LIMITS } from '../../limits.ts'
import type { DocumentKind } from '../detect-kind.ts'
import type { ProblemLog } from '../../problems/problem-log.ts'
import { describeFound, scanString, type JsonCursor } from './scan-json-token.ts'
import { addEntry, type TreeMap, type TreeNode } from '../tree.ts'

const BRACE_OPEN = 123
const BRACE_CLOSE = 125
const BRACKET_OPEN = 91
const BRACKET_CLOSE = 93
const QUOTE = 34
const COLON = 58
const COMMA = 44

/** Where to report what is wrong with a text, and what to call it. */
export interface TreeReading {
  log: ProblemLog
  /** The kind of file that the first lines of the text suggest. */
  looksLike: DocumentKind
}

/** Scans in one pass, one character at a time, so the time is linear in the size of any file. */
interface Scanner extends JsonCursor, TreeReading {
  path: (string | number)[]
  nodes: number
}

/**
 * Reads strict JSON (RFC 8259) into a tree with offsets. Returns null, with a problem in the log, when the text is
 * malformed or over a limit. Duplicate keys, forbidden keys and lone surrogates are reported without stopping, so that
 * all are listed.
 */
export function scanJson(text: string, { log, looksLike }: TreeReading): TreeNode | null {
  const scanner: Scanner = { text, pos: 0, log, looksLike, path: [], nodes: 0 }
  skipSpace(scanner)
  const root = scanValue(scanner)
  if (root === null) return null
  skipSpace(scanner)
  return scanner.pos === text.length ? root : expected(scanner, 'the end of the file')
}

function skipSpace(s: Scanner): void {
  for (;;) {
    const code = s.text.charCodeAt(s.pos)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
    s.pos++
  }
}

function expected(s: Scanner, what: string): null {
  const found = describeFound(s.text, s.pos)
  s.log.report('MalformedJson', {
    path: s.path,
    offset: s.pos,
    params: { expected: what, found, looksLike: s.looksLike },
  })
  return null
}

function overLimit(s: Scanner, what: 'depth' | 'mapKeys' | 'listItems' | 'nodes'): null {
  s.log.report('LimitExceeded', { path: s.path, offset: s.pos, params: { what, limit: LIMITS[what] } })
  return null
}

function scanValue(s: Scanner): TreeNode | null {
  if (++s.nodes > LIMITS.nodes) return overLimit(s, 'nodes')
  const code = s.text.charCodeAt(s.pos)
  if (code === QUOTE) return scanText(s)
  if (code === BRACE_OPEN || code === BRACKET_OPEN) {
    if (s.path.length >= LIMITS.depth) return overLimit(s, 'depth')
    return code === BRACE_OPEN ? scanMap(s) : scanList(s)
  }
  return scanLiteral(s)
}

const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function scanLiteral(s: Scanner): TreeNode | null {
  LITERAL.lastIndex = s.pos
  const text = LITERAL.exec(s.text)?.[0]
  if (text === undefined) return expected(s, 'an object, an array, a text, a number, true, false or null')
  const start = s.pos
  s.pos += text.length
  return { kind: 'literal', start, text }
}

function scanText(s: Scanner): TreeNode | null {
  const start = s.pos
  const text = readString(s)
  return text === null ? null : { kind: 'text', start, text }
}

function readString(s: Scanner): string | null {
  const start = s.pos
  const { value, fault } = scanString(s)
  if (fault !== undefined) return expected(s, fault)
  if (!value.isWellFormed()) {
    s.log.report('Encoding', { path: s.path, offset: start, params: { encoding: 'lone surrogate' } })
  }
  return value
}

function scanMap(s: Scanner): TreeNode | null {
  const map: TreeMap = { kind: 'map', start: s.pos, entries: new Map() }
  s.pos++
  skipSpace(s)
  if (s.text.charCodeAt(s.pos) === BRACE_CLOSE) return close(s, map)
  for (;;) {
    if (!scanEntry(s, map)) return null
    skipSpace(s)
    const code = s.text.charCodeAt(s.pos)
    if (code === BRACE_CLOSE) return close(s, map)
    if (code !== COMMA) return expected(s, 'a comma or a closing brace')
    s.pos++
    skipSpace(s)
    if (map.entries.size >= LIMITS.mapKeys) return overLimit(s, 'mapKeys')
  }
}

function scanEntry(s: Scanner, map: TreeMap): boolean {
  const keyStart = s.pos
  if (s.text.charCodeAt(keyStart) !== QUOTE) return expected(s, 'a key in double quotes') !== null
  const key = readString(s)
  if (key === null) return false
  skipSpace(s)
  if (s.text.charCodeAt(s.pos) !== COLON) return expected(s, 'a colon after the key') !== null
  s.pos++
  skipSpace(s)
  s.path.push(key)
  const node = scanValue(s)
  s.path.pop()
  if (node === null) return false
  addEntry(map, { key, keyStart, node }, s)
  return true
}

function scanList(s: Scanner): TreeNode | null {
  const list: TreeNode = { kind: 'list', start: s.pos, items: [] }
  s.pos++
  skipSpace(s)
  if (s.text.charCodeAt(s.pos) === BRACKET_CLOSE) return close(s, list)
  for (;;) {
    s.path.push(list.items.length)
    const node = scanValue(s)
    s.path.pop()
    if (node === null) return null
    list.items.push(node)
    skipSpace(s)
    const code = s.text.charCodeAt(s.pos)
    if (code === BRACKET_CLOSE) return close(s, list)
    if (code !== COMMA) return expected(s, 'a comma or a closing bracket')
    s.pos++
    skipSpace(s)
    if (list.items.length >= LIMITS.listItems) return overLimit(s, 'listItems')
  }
}

function close(s: Scanner, node: TreeNode): TreeNode {
  s.pos++
  return node
}
