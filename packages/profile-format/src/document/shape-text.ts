import { isLarger } from '@waybill/layer-text'
import { LIMITS } from '../limits.ts'
import { readText, refuseField, reportField, type Fields } from './shape-fields.ts'
import { isNull } from '../read/tree.ts'

// Control characters, lone surrogates (a file cannot hold them, but a name sent as a decision can), and characters that
// hide or reorder what a reader sees in a list of names.
const UNSAFE_IN_NAME = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u
/** In names no invisible character is allowed at all: two different names would look the same. */
const UNSEEN_IN_NAME =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u
const UNSAFE_IN_PROSE = /(?![\t\n\r])\p{Cc}/u
const NUL = /\0/

function codePointName(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

type Characters = 'nameCharacters' | 'descriptionCharacters' | 'regexCharacters'

/**
 * Checks the length first. An over-long name can still be replaced by a decision; any other over-long text is refused.
 */
function checkText(
  fields: Fields,
  key: string,
  { text, what, unsafe }: { text: string; what: Characters; unsafe: RegExp },
) {
  const limit = LIMITS[what]
  if (text.length > limit) {
    const refuse = what === 'nameCharacters' ? reportField : refuseField
    refuse(fields, key, { code: 'LimitExceeded', params: { what, limit, actual: text.length } })
  } else {
    reportUnsafe(fields, key, unsafe.exec(text))
  }
}

function reportUnsafe(fields: Fields, key: string, match: RegExpExecArray | null): void {
  if (match !== null)
    reportField(fields, key, { code: 'InvalidCharacter', params: { character: codePointName(match[0]) } })
}

/** A one-line text of at most 253 characters without control or bidirectional characters; undefined when absent. */
export function readLine(fields: Fields, key: string, unsafe = UNSAFE_IN_NAME): string | undefined {
  const text = readText(fields, key)
  if (text !== undefined) checkText(fields, key, { text, what: 'nameCharacters', unsafe })
  return text
}

/** A name: a line that must be present, contain more than spaces, and contain no invisible characters. */
export function readName(fields: Fields, key: string): string {
  const name = readLine(fields, key, UNSEEN_IN_NAME)
  if (name !== undefined && name.trim() !== '') return name
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node) || name !== undefined) {
    reportField(fields, key, { code: 'MissingField', params: { field: key } })
  }
  return ''
}

/** A description: line breaks and tabs are allowed, other control characters are not. Empty when absent. */
export function readProse(fields: Fields, key: string): string {
  const text = readText(fields, key) ?? ''
  checkText(fields, key, { text, what: 'descriptionCharacters', unsafe: UNSAFE_IN_PROSE })
  return text
}

/** The source of a regular expression. Its syntax is checked by the rules for variables. Empty when absent. */
export function readPattern(fields: Fields, key: string): string {
  const text = readText(fields, key) ?? ''
  checkText(fields, key, { text, what: 'regexCharacters', unsafe: NUL })
  return text
}

/** A text kept byte for byte, up to the limit for one text. Only NUL is refused, because PostgreSQL cannot store it. */
export function readBlob(fields: Fields, key: string): string | undefined {
  const text = readText(fields, key)
  if (text === undefined) return undefined
  const limit = LIMITS.textBytes
  if (isLarger(text, limit))
    return refuseField(fields, key, { code: 'LimitExceeded', params: { what: 'textBytes', limit } })
  reportUnsafe(fields, key, NUL.exec(text))
  return text
}
