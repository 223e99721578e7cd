import { senseOf } from '../../key-names/name-sense.ts'
import { looksRandom } from '../../../weigh/looks-random.ts'
import { isProtected } from '../../../weigh/references.ts'
import { classOf } from '../../../weigh/value-class.ts'

/** A pattern, a cheap test for texts that it can match, and the function that picks the secret from a match. */
export interface Rule {
  pattern: RegExp
  sign: RegExp
  pick: (found: RegExpMatchArray) => string | undefined
}

/** Rules of one kind, with a cheap test for all of them, so that most texts are read once per kind. */
export interface RuleGroup {
  sign: RegExp
  rules: readonly Rule[]
}

/** Picks the last group of a match, unless it is filled in elsewhere. */
export const unlessOpen = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  return isOpen(value) ? undefined : value
}

/** Picks the last group of a match if it looks like something that a person or program made up. */
export const ifTyped = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  return isTyped(value) ? value : undefined
}

/** Picks the second group if the first is a secret's name. */
export const ifMade = ([, name = '', value = '']: RegExpMatchArray): string | undefined =>
  isMade(name, value) ? value : undefined

/** Whether the text after a header's scheme looks generated; prose has `basic` and `bearer` too. */
export function isHeld(value: string): boolean {
  const kind = classOf(value)
  return kind === 'random' || (kind === 'mixed' && /\d/.test(value)) || /^[A-Za-z0-9+/]{8,}={1,2}$/.test(value)
}

/** Whether a value is worth hiding, by its name and class. */
export function isMade(name: string, value: string): boolean {
  const sense = /^(?:authorization|proxy-authorization|cookie|set-cookie)$/i.test(name) ? 'maybe' : senseOf(name)
  const kind = classOf(value)
  if (sense === 'password') return kind === 'mixed' || kind === 'random' || kind === 'name'
  if (sense === 'secret' || sense === 'token') return kind === 'mixed' || kind === 'random'
  return sense === 'maybe' && kind === 'random'
}

/** Whether a value looks like a password that a person made up, and not like code. */
export function isTyped(value: string): boolean {
  const kind = classOf(value)
  return (
    (kind === 'mixed' || kind === 'random') &&
    value.length >= 8 &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/[()<>=:,{}$]/.test(value)
  )
}

/** Whether a value is filled in elsewhere or by the reader. */
export function isOpen(value: string, kind = classOf(value)): boolean {
  return (
    kind === 'reference' ||
    kind === 'nothing' ||
    isProtected(value) ||
    (/^[$%]?[({<]/.test(value) && !looksRandom(value)) ||
    /^\$[A-Za-z_{(]\w*\}?$/.test(value)
  )
}
