import { isLarger } from '@waybill/layer-text'
import { LIMITS } from '../limits.ts'
import { readText, refuseField, reportField, type Fields } from './shape-fields.ts'
import { isNull } from '../read/tree.ts'

// Controls, halves of characters (a decided name is no file, which could not hold them), and characters that hide or reorder
// what a reader sees in a list of names.
const UNSAFE_IN_NAME = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u
/** In what something is called, nothing at all that nobody sees: two names would look like one. */
const UNSEEN_IN_NAME =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u
const UNSAFE_IN_PROSE = /(?![\t\n\r])\p{Cc}/u
const NUL = /\0/

function codePointName(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

type Characters = 'nameCharacters' | 'descriptionCharacters' | 'regexCharacters'

/** Checks the length first. A name that is too long can still be replaced; a longer text that is too long is not taken. */
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

/** A one-line text of at most 253 characters without controls or bidirectional overrides; undefined when absent. */
export function readLine(fields: Fields, key: string, unsafe = UNSAFE_IN_NAME): string | undefined {
  const text = readText(fields, key)
  if (text !== undefined) checkText(fields, key, { text, what: 'nameCharacters', unsafe })
  return text
}

/** A name: a line that must be there, hold more than spaces, and nothing that nobody sees. */
export function readName(fields: Fields, key: string): string {
  const name = readLine(fields, key, UNSEEN_IN_NAME)
  if (name !== undefined && name.trim() !== '') return name
  const node = fields.map.entries.get(key)?.node
  if (node === undefined || isNull(node) || name !== undefined) {
    reportField(fields, key, { code: 'MissingField', params: { field: key } })
  }
  return ''
}

/** A description: line breaks and tabs are welcome, other controls not. Empty when absent. */
export function readProse(fields: Fields, key: string): string {
  const text = readText(fields, key) ?? ''
  checkText(fields, key, { text, what: 'descriptionCharacters', unsafe: UNSAFE_IN_PROSE })
  return text
}

/** A regular expression's source; whether it is one is for the variables' rules to say. Empty when absent. */
export function readPattern(fields: Fields, key: string): string {
  const text = readText(fields, key) ?? ''
  checkText(fields, key, { text, what: 'regexCharacters', unsafe: NUL })
  return text
}

/** A text kept byte for byte, up to the limit of one text; only NUL is refused, which no database text can hold. */
export function readBlob(fields: Fields, key: string): string | undefined {
  const text = readText(fields, key)
  if (text === undefined) return undefined
  const limit = LIMITS.textBytes
  if (isLarger(text, limit))
    return refuseField(fields, key, { code: 'LimitExceeded', params: { what: 'textBytes', limit } })
  reportUnsafe(fields, key, NUL.exec(text))
  return text
}
