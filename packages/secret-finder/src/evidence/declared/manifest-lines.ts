import type { TextRange } from '@waybill/layer-text'
import { isLiteral, literalDefault } from '../../weigh/references.ts'
import { classOf } from '../../weigh/value-class.ts'

/** A text without this cannot contain a Secret. */
const SIGN = /stringData|kind["']?[ \t]{0,8}:[ \t]{0,8}["']?secret/i
const KEY = /^(["']?)(apiVersion|kind|data|stringData)\1[ \t]{0,8}:(?=[ \t{]|$)/
const IN_ONE_LINE = /["']?(stringData|data)["']?[ \t]{0,8}:[ \t]{0,8}\{([^{}\r\n]{1,4000})\}/g
const SECRET_IN_LINE = /["']?kind["']?[ \t]{0,8}:[ \t]{0,8}["']?secret(?:list)?\b/i
const BLOCK = /^[|>][-+\d]{0,2}[ \t]*(?:#.*)?$/

/** A line without its indentation, list dashes and comment signs. */
interface Line extends TextRange {
  indent: number
  text: string
  /** Whether a list item begins on this line. */
  isItem: boolean
}

/** The state of reading a manifest at one indentation. */
interface Level {
  indent: number
  seen: Set<string>
  isSecret: boolean
  /** The values of its `data`, which are secrets only if its kind says so; the kind may come later. */
  data: TextRange[]
}

/**
 * Finds the data of Secrets line by line in a text that is not valid YAML as a whole: templates, documents inside
 * scripts, and comments. Reads the lines twice: once as they are, and once for what is commented out.
 */
export function findManifestLines(text: string): TextRange[] {
  if (!SIGN.test(text)) return []
  const lines = linesOf(text)
  const inComments = text.includes('#') ? commentedOut(lines) : []
  return [...new ManifestReader().read(lines), ...new ManifestReader().read(inComments)]
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length;) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    lines.push(lineOf(text.slice(start, end), start, 0))
    start = end + 1
  }
  return lines
}

function lineOf(written: string, at: number, before: number): Line {
  const opening = /^[ \t]*(?:-[ \t]+)*/.exec(written)?.[0] ?? ''
  const text = written.slice(opening.length).trimEnd()
  const start = at + opening.length
  return {
    start,
    end: start + text.length,
    text,
    indent: before + opening.length,
    isItem: opening.includes('-'),
  }
}

const NOTHING: Line = { start: 0, end: 0, text: '---', indent: 0, isItem: false }

/** The commented-out lines without their comment signs; any other line in between ends a manifest. */
function commentedOut(lines: readonly Line[]): Line[] {
  return lines.map((line) => {
    if (line.text === '') return line
    const mark = /^#+/.exec(line.text)?.[0].length ?? 0
    return mark === 0 ? NOTHING : lineOf(line.text.slice(mark), line.start + mark, line.indent + mark)
  })
}

class ManifestReader {
  private readonly found: TextRange[] = []
  private levels: Level[] = []
  /** Where to collect the entries of a Secret, with the indentation of the key above them. */
  private holder: { indent: number; into: TextRange[] } | undefined
  /** The block scalar of the current entry, with the indentation of its key. */
  private block: { indent: number; range: TextRange | undefined } | undefined

  read(lines: readonly Line[]): TextRange[] {
    for (const line of lines) this.readLine(line)
    this.closeAbove(-1)
    return this.found
  }

  private readLine(line: Line): void {
    if (line.text === '') return
    if (line.text.startsWith('---')) return this.closeAbove(-1)
    if (this.holder && line.indent > this.holder.indent) return this.readEntry(line, this.holder.into)
    // A template on a line of its own can have any indentation and does not end anything.
    if (isTemplate(line.text)) return
    if (line.text.startsWith('#')) return
    this.holder = undefined
    this.block = undefined
    this.closeAbove(line.isItem ? line.indent - 1 : line.indent)
    this.readInOneLine(line)
    const [opening, , key] = KEY.exec(line.text) ?? []
    if (opening !== undefined && key !== undefined) this.readKey(line, key, line.text.slice(opening.length).trim())
  }

  private readKey(line: Line, key: string, value: string): void {
    if (this.levels.at(-1)?.seen.has(key) && (key === 'kind' || key === 'apiVersion')) this.closeAbove(line.indent - 1)
    const level = this.levelAt(line.indent)
    level.seen.add(key)
    if (key === 'kind') level.isSecret = /^["']?secret(?:list)?["']?,?(?:[ \t]+#.*)?$/i.test(value)
    if (key !== 'data' && key !== 'stringData') return
    if (!/^(?:\{?|[&!]\S*|#.*)$/.test(value)) return
    this.holder = { indent: line.indent, into: key === 'data' ? level.data : this.found }
  }

  private levelAt(indent: number): Level {
    const last = this.levels.at(-1)
    if (last?.indent === indent) return last
    const level: Level = { indent, seen: new Set(), isSecret: false, data: [] }
    this.levels.push(level)
    return level
  }

  /** Closes the levels that are indented further; their kind is known by now. */
  private closeAbove(indent: number): void {
    for (let last = this.levels.at(-1); last && last.indent > indent; last = this.levels.at(-1)) {
      if (last.isSecret) this.found.push(...last.data)
      this.levels.pop()
    }
    if (this.holder && this.holder.indent > indent) this.holder = undefined
  }

  private readEntry(line: Line, into: TextRange[]): void {
    if (this.block && line.indent > this.block.indent) return this.readBlock(this.block, line, into)
    this.block = undefined
    if (isTemplate(line.text) && literalDefault(line.text) === undefined) return
    if (line.text.startsWith('#')) return readComment(line, into)
    readFormer(line, into)
    const value = valueOf(line)
    if (value && BLOCK.test(value.text)) this.block = { indent: line.indent, range: undefined }
    else if (value) addLiteral(value, into)
  }

  private readBlock(block: { range: TextRange | undefined }, { start, end }: Line, into: TextRange[]): void {
    if (block.range) block.range.end = end
    else into.push((block.range = { start, end }))
  }

  private readInOneLine(line: Line): void {
    if (!line.text.includes('{')) return
    const isSecret = SECRET_IN_LINE.test(line.text)
    for (const found of line.text.matchAll(IN_ONE_LINE)) {
      const [whole, key, held = ''] = found
      const start = line.start + found.index + whole.length - 1 - held.length
      const value = trimmed({ start, text: held })
      if (!isHeld(value.text)) continue
      const range = { start: value.start, end: value.start + value.text.length }
      if (isSecret || key === 'stringData') this.found.push(range)
      else this.levelAt(line.indent).data.push(range)
    }
  }
}

interface Value {
  start: number
  text: string
}

/** The value of an entry, or any other line as a whole. */
function valueOf({ start, text }: Line): Value | undefined {
  if (/^[\]{}[,]+$/.test(text)) return undefined
  const isQuoted = text.startsWith('"') || text.startsWith("'")
  const from = isQuoted ? text.indexOf(text.charAt(0), 1) : 0
  const colon = text.slice(Math.max(0, from)).search(/:(?:[ \t]|$)/)
  if (colon < 0) return unquoted({ start, text })
  const at = Math.max(0, from) + colon + 1
  if (/^["']?<<["']?:$/.test(text.slice(0, at))) return undefined
  const value = trimmed({ start: start + at, text: text.slice(at) })
  const properties = /^(?:[&!]\S*[ \t]+)*/.exec(value.text)?.[0].length ?? 0
  return unquoted({ start: value.start + properties, text: value.text.slice(properties) })
}

function trimmed({ start, text }: Value): Value {
  return { start: start + text.length - text.trimStart().length, text: text.trim() }
}

/** The text between its quotes, or up to a comment after it. */
function unquoted({ start, text }: Value): Value {
  const quote = text.charAt(0)
  if (quote === '"' || quote === "'") {
    const end = text.lastIndexOf(quote)
    return { start: start + 1, text: end > 0 ? text.slice(1, end) : text.slice(1) }
  }
  const comment = BLOCK.test(text) ? -1 : text.search(/[ \t]#/)
  return { start, text: (comment < 0 ? text : text.slice(0, comment)).trimEnd().replace(/,$/, '') }
}

/** References are not secrets: a template or shell fills them in. */
function isHeld(text: string): boolean {
  return isLiteral(text) && classOf(text) !== 'reference'
}

const IN_TEMPLATE = /\b(?:b64enc|quote|squote|print)[ \t]{1,4}["'`]([^"'`{}]{1,1000})["'`]/

function addLiteral({ start, text }: Value, into: TextRange[]): void {
  if (/^(?:~|null)?$/.test(text)) return
  if (/^#@[ \t]/.test(text)) return addQuoted({ start, text }, into)
  const literal = text.startsWith('{{') ? (literalDefault(text) ?? IN_TEMPLATE.exec(text)?.[1]) : undefined
  if (literal !== undefined) {
    const at = start + text.indexOf(literal)
    into.push({ start: at, end: at + literal.length })
  } else if (isHeld(text)) into.push({ start, end: start + text.length })
}

const QUOTED_IN_EXPRESSION = /\[["'][\w.-]{1,253}["']\]|"([^"]{2,1000})"|'([^']{2,1000})'/g

/** Only quoted texts of a ytt expression are literals, except names in brackets: `data.values["shop"] or "literal"`. */
function addQuoted({ start, text }: Value, into: TextRange[]): void {
  for (const { 0: whole, 1: double, 2: single, index } of text.matchAll(QUOTED_IN_EXPRESSION)) {
    if (/[A-Za-z\d]/.test(double ?? single ?? ''))
      into.push({ start: start + index + 1, end: start + index + whole.length - 1 })
  }
}

/** Finds a commented-out entry of a Secret: a name with a single word or a quoted text, not a sentence. */
function readComment(line: Line, into: TextRange[]): void {
  const mark = /^#+[ \t]*/.exec(line.text)?.[0].length ?? 0
  const [, written] = /^["']?[\w.-]{1,253}["']?:[ \t]+("[^"]*"|'[^']*'|\S+)$/.exec(line.text.slice(mark)) ?? []
  if (written !== undefined && !BLOCK.test(written))
    addLiteral(unquoted({ start: line.end - written.length, text: written }), into)
}

const FORMER = /[ \t]#[ \t]{0,4}(?:was|old|before|previously|formerly)[ \t:]{1,4}["'`]?([^\s"'`,;]{2,200})/i

/** Finds a former value in a comment after an entry: `glaze: x # was y`. */
function readFormer(line: Line, into: TextRange[]): void {
  const found = FORMER.exec(line.text)
  const value = found?.[1]
  if (found && value !== undefined)
    addLiteral({ start: line.start + found.index + found[0].length - value.length, text: value }, into)
}

/** A control line of a template. */
function isTemplate(text: string): boolean {
  return text.startsWith('{{') && text.endsWith('}}')
}
