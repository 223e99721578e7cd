import { fieldsError } from '../errors/field-errors.ts'

/** Invisible characters, which make two names look alike or reverse the text around them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u2800]|(?!\p{Variation_Selector})\p{Default_Ignorable_Code_Point}/u

/**
 * Normalises a name: equivalent spellings are one, every run of blanks is one space, none at the ends.
 * @throws AppError InvalidRequest for invisible characters
 */
export function readPersonName(name: string | null | undefined, field: string): string {
  if (UNSEEN.test(name ?? '')) throw fieldsError([{ path: field, keyword: 'unseen' }])
  return (name ?? '').normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
}

/** Scripts with letters that look like those of another (UTS 39): a word that mixes two of them is meant to deceive. */
const LOOKALIKES = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
]

const isMixed = (word: string): boolean => LOOKALIKES.filter((script) => script.test(word)).length > 1

/**
 * The same for a required name, such as those that tell roles and access apart.
 * @throws AppError InvalidRequest also for a blank name, and for a word that mixes scripts
 */
export function readName(name: string, field = 'metadata.name'): string {
  const read = readPersonName(name, field)
  if (read === '') throw fieldsError([{ path: field, keyword: 'unseen' }])
  if (read.split(/[^\p{L}\p{M}]+/u).some(isMixed)) throw fieldsError([{ path: field, keyword: 'mixed_scripts' }])
  return read
}
