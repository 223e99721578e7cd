import { judgeValue } from '../../weigh/judge.ts'
import { isProtected, literalDefault } from '../../weigh/references.ts'
import { classOf } from '../../weigh/value-class.ts'
import type { Hit } from '../hit.ts'
import { namesCredential, senseOf } from '../key-names/name-sense.ts'
import { saysItsName } from '../key-names/says-its-name.ts'
import { splitWords } from '../key-names/split-words.ts'

/**
 * A name and its assigned value, as in properties, INI, TOML, shells, JSON, SQL and connection strings. It starts only
 * at the beginning of a name and not where a cipher is excluded (`:!PSK`); every repetition is bounded, so it never
 * backtracks far.
 */
const ASSIGNMENT =
  /(?<![\w.\p{L}])(?<![\w.]-|\$\{|\S!)([\p{L}_][\w.\-\p{L}\p{M}]{1,79})((?:\\{0,3}["']\]?)?[ \t]{0,8}(?:=>|:=|=|:)[ \t]{0,8})/gu

/** Names whose quoted value is never the name of a key in a key service. */
const QUOTED = /(?:token|secret|(?:secret|api)_?key)$/i

const OPENING = /(\\{0,3})("""|'''|["'`])/y
const LONGEST_VALUE = 1_024
const LONGEST_INDENT = 80
const LONGEST_ARN = 200

/**
 * Finds secrets assigned to names in a text without a structure of its own. A comment is usually prose, so only values
 * that look generated count there.
 */
export function findAssignments(text: string, isComment: boolean): Hit[] {
  const hits: Hit[] = []
  const isOpenBefore = openQuotes(text)
  ASSIGNMENT.lastIndex = 0
  for (let found = ASSIGNMENT.exec(text); found; found = ASSIGNMENT.exec(text)) {
    const [whole, name = '', separator = ''] = found
    const named = senseOf(name)
    if (named === 'plain' || named === 'about') continue
    const at = found.index + whole.length
    if (separator === ':' && isInArn(text, found.index)) continue
    // `https://` is not an assignment to `https`.
    if (separator.includes(':') && text.startsWith('//', at)) continue
    const value = valueAt(text, at, { separator, isLine: opensLine(text, found.index), isComment, isOpenBefore })
    if (!value || isCode(value.text) || isVariable(separator, text[at])) continue
    if (value.start === at && separator.includes(':') && isHandedOn(text, found.index, value.text)) continue
    if (text[found.index - 1] === '$' && !isSetIn(separator, text[at])) continue
    // In code and prose `crypto_key = word` usually names a key; `CRYPTO_KEY=word` and `api_token = "word"` set one.
    const isSet =
      (separator === '=' && /^[A-Z\d_]+$/.test(name)) ||
      (text[at] === '"' && isSetInQuotes(name, separator, value.text))
    const sense = named === 'token' && (isComment || !isSet || !opensLine(text, found.index)) ? 'secret' : named
    const kind = classOf(value.text)
    if (kind === 'prose' && isBehindMark(text, found.index)) continue
    const verdict = judgeValue({ sense, value: value.text, kind, toDefault: 'unknown' })
    if (!verdict) continue
    if (isComment && !isQuietlySecret(name, value.text, kind)) continue
    const isLabel = separator !== '=' || !/^[A-Z\d_]+$/.test(name)
    if (isLabel && value.start === at && saysItsName(name, restOfLine(text.slice(at, at + LONGEST_VALUE)))) continue
    hits.push({ ...innerRange(value), ...verdict })
    // A hidden value hides the names in it too; without skipping them, a chain of names would cost its length for each.
    if (verdict.strength !== 'possible')
      ASSIGNMENT.lastIndex = Math.max(ASSIGNMENT.lastIndex, value.start + value.text.length)
  }
  return hits
}

interface Value {
  start: number
  text: string
}

interface Around {
  separator: string
  isLine: boolean
  isComment: boolean
  isOpenBefore: (at: number, quote: string) => boolean
}

function valueAt(text: string, at: number, { separator, isLine, isComment, isOpenBefore }: Around): Value | undefined {
  const near = text.slice(at, at + LONGEST_VALUE)
  OPENING.lastIndex = at
  const quoted = OPENING.exec(text)
  if (quoted) {
    const [mark = '', , quote = ''] = quoted
    if (mark === quote && isOpenBefore(at, quote)) return undefined
    const end = closing(near, mark, quote)
    // In a shell, backticks run a command.
    const isCommand = quote === '`' && near.slice(0, end).includes(' ')
    return end < 0 || isCommand ? undefined : { start: at + mark.length, text: near.slice(mark.length, end) }
  }
  const isSpaced = separator.trim().length < separator.length
  const value = isLine && !isComment && isSpaced ? restOfLine(near) : inlineValue(near, isLine)
  return value === '' ? undefined : { start: at, text: value }
}

/**
 * With spaces around the sign, as in INI, the value may contain spaces: it extends to a comment or the end of the line.
 */
function restOfLine(near: string): string {
  const lineEnd = near.search(/[\r\n]/)
  const line = lineEnd < 0 ? near : near.slice(0, lineEnd)
  const comment = line.search(/[ \t][#;]/)
  return (comment < 0 ? line : line.slice(0, comment)).trim().replace(/[,;]$/, '')
}

/** The value inside a line. If the line begins with the name, trailing brackets belong to the value. */
function inlineValue(line: string, isLine: boolean): string {
  const variable = line.startsWith('$') ? /^\${1,2}\{[^{}\r\n]*\}/.exec(line)?.[0] : undefined
  if (variable !== undefined && literalDefault(variable) !== undefined) return variable
  const token = /^[^\s"'`,;&|]+/.exec(line)?.[0] ?? ''
  const isClosed = isLine || /^[<{]/.test(token)
  const cut = isClosed ? token : token.replace(/[)}\]>]+$/, '')
  return cut.replace(/<\/.*$/, '').replace(/\\[nrt"'].*$/, '')
}

/** Finds the end of a quoted value: the same quote, escaped no more than the opening one. */
function closing(near: string, mark: string, quote: string): number {
  let read = 0
  for (let at = near.indexOf(mark, mark.length); at >= 0; at = near.indexOf(mark, at + 1)) {
    // Multi-line values are handled elsewhere; the quote on another line belongs to something else.
    if (/[\r\n]/.test(near.slice(read, at))) return -1
    read = at
    const isEscaped = quote !== "'" && near[at - 1] === '\\' && !mark.startsWith('\\')
    if (!isEscaped) return at
  }
  return -1
}

/**
 * Whether a quote at an offset closes one opened earlier on its line; an apostrophe opens nothing. Called with
 * ascending offsets, so that each character is read once.
 */
function openQuotes(text: string): (at: number, quote: string) => boolean {
  const known = new Map<string, { at: number; isOpen: boolean }>()
  return (at, quote) => {
    const state = known.get(quote) ?? { at: text.lastIndexOf('\n', at - 1) + 1, isOpen: false }
    for (; state.at < at; state.at += 1) {
      const unit = text[state.at]
      if (unit === '\n') state.isOpen = false
      else if (unit === quote && !isSpelled(text, state.at, quote)) state.isOpen = !state.isOpen
    }
    known.set(quote, state)
    return state.isOpen
  }
}

/** An escaped quote, or an apostrophe inside a word. */
function isSpelled(text: string, at: number, quote: string): boolean {
  const [before = '', behind = ''] = [text[at - 1], text[at + 1]]
  return before === '\\' || (quote === "'" && /\w/.test(before) && /\w/.test(behind))
}

/** `PASSWORD :'name'` refers to a variable in psql. */
function isVariable(separator: string, next: string | undefined): boolean {
  return /^[ \t]+:$/.test(separator) && (next === "'" || next === '"')
}

/**
 * A parameter in code: `{user: 'x', pwd: password}`; settings on one line (`redis:6379,password=x`) are not code, nor
 * are blocks of a configuration, whose names stand on the next line without quotes.
 */
function isHandedOn(text: string, at: number, value: string): boolean {
  const [variable = ''] = /^[A-Za-z]\w*(?=$|[)\]},[])/.exec(value) ?? []
  const before = text.slice(Math.max(0, at - LONGEST_INDENT), at)
  return namesCredential(variable) && /(?:,\s*["']?|\{[ \t]*["']?|\{\s*["'])$/.test(before)
}

/** `api_token = "word"`, but not `api_token = "token"`, which names the token. */
function isSetInQuotes(name: string, separator: string, value: string): boolean {
  const [named, said] = [splitWords(name).join(''), splitWords(value).join('')]
  return QUOTED.test(name) && separator.includes('=') && !named.endsWith(said)
}

/** `$name` is assigned only by `$name = "x"`. */
function isSetIn(separator: string, next: string | undefined): boolean {
  return separator.includes('=') && !separator.includes('>') && (next === "'" || next === '"')
}

function opensLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_INDENT), at)
  const start = before.lastIndexOf('\n') + 1
  if (start === 0 && at > LONGEST_INDENT) return false
  return /^[ \t#;/*-]{0,80}(?:export[ \t]{1,8}|set[ \t]{1,8}|env[ \t]{1,8})?["'\\]{0,4}$/i.test(before.slice(start))
}

/** A comment inside a file, which explains a setting. */
function isBehindMark(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - LONGEST_INDENT), at)
  return /(?:^|\n)[ \t]*[#;][ \t#;]*$/.test(before)
}

/** One of several names separated by colons: `arn:aws:secretsmanager:eu-west-1:1234:secret:shop`. */
function isInArn(text: string, at: number): boolean {
  return text[at - 1] === ':' && /(?<!\w)arn:aws[\w:/.*-]*$/.test(text.slice(Math.max(0, at - LONGEST_ARN), at))
}

/** Calls, templates, patterns and code, which name a secret but do not contain it. */
function isCode(value: string): boolean {
  if (value.length < 3 || /^[=:>]|^\(\?|^<\/|^\\[A-Zdsw]|^[A-Za-z_][\w.]*[([]$/.test(value)) return true
  if (/^(?:await|new|async|function|require|lambda|return)\b(?![-\w])/.test(value)) return true
  if (/^(?:\$\$|\\\$)[({\w]/.test(value)) return isProtected(value)
  if (/^\$[({\w]/.test(value))
    return literalDefault(value) === undefined && !/^\$\w{1,12}\$|^\$[a-z]+[A-Z\d]/.test(value)
  return (
    /^[A-Za-z_][\w.]{0,60}\([^)]{0,200}\)(?:\.\w{1,60}\([^)]{0,200}\)){0,8}(?:[;,\s]|$)/.test(value) ||
    /^[A-Za-z_]\w{0,60}(?:\.\w{1,60}){0,8}\[["'][\w.-]{1,60}["']\]$/.test(value) ||
    /^(?:process\.env|os\.environ|getenv|ENV\[|env\.|var\.|local\.|data\.|module\.)/.test(value)
  )
}

/** For comments: not an ordinary word or name, but at least something that looks like a made-up password. */
export function isQuietlySecret(name: string, value: string, kind = classOf(value)): boolean {
  return (
    kind === 'random' ||
    (kind === 'mixed' &&
      namesCredential(name) &&
      /\d/.test(value) &&
      /[A-Za-z]/.test(value) &&
      value.length >= 8 &&
      !/\s|[<>{}();,]/.test(value))
  )
}

function innerRange({ start, text }: Value): { start: number; end: number } {
  const literal = literalDefault(text)
  if (literal === undefined) return { start, end: start + text.length }
  const at = start + text.indexOf(literal)
  return { start: at, end: at + literal.length }
}
