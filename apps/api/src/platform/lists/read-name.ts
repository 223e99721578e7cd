import { fieldsError } from '../errors/field-errors.ts'

/** Nobody sees them, so that two names would look like one, or turn the text around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u

/**
 * A name as people read it: what is written in two ways is one, blanks of all kinds are one blank, none at its ends.
 *
 * @throws AppError InvalidRequest for what has characters that nobody sees
 */
export function readPersonName(name: string | null | undefined, field: string): string {
  if (UNSEEN.test(name ?? '')) throw fieldsError([{ path: field, keyword: 'unseen' }])
  return (name ?? '').normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
}

/** Scripts with letters that look like those of another (UTS 39): a word that holds two of them is made to be taken for another. */
const LOOKALIKES = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

const isMixed = (word: string): boolean => LOOKALIKES.filter((script) => script.test(word)).length > 1

/**
 * The same of what has to have a name, and of which roles and access are told apart by.
 *
 * @throws AppError InvalidRequest for a blank one too, and for a word that mixes scripts
 */
export function readName(name: string, field = 'metadata.name'): string {
  const read = readPersonName(name, field)
  if (read === '') throw fieldsError([{ path: field, keyword: 'unseen' }])
  if (read.split(/[^\p{L}\p{M}]+/u).some(isMixed)) throw fieldsError([{ path: field, keyword: 'mixed_scripts' }])
  return read
}
