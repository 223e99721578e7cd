import { senseOf } from '../../key-names/name-sense.ts'
import { looksRandom } from '../../../weigh/looks-random.ts'
import { classOf } from '../../../weigh/value-class.ts'

/** A pattern with what a text must have for it to be looked for at all, and what it picks of a match. */
export interface Rule {
  pattern: RegExp
  sign: RegExp
  pick: (found: RegExpMatchArray) => string | undefined
}

/** Rules of one kind, with what a text must have for any of them: most texts are gone over once for each kind. */
export interface RuleGroup {
  sign: RegExp
  rules: readonly Rule[]
}

/** What stands behind the words of a pattern, unless it is filled in elsewhere. */
export const unlessOpen = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  return isOpen(value) ? undefined : value
}

/** What stands behind the words of a pattern, where it looks like what people make up or programs do. */
export const ifTyped = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  return isTyped(value) ? value : undefined
}

/** The second group, where the first names it as secret. */
export const ifMade = ([, name = '', value = '']: RegExpMatchArray): string | undefined =>
  isMade(name, value) ? value : undefined

/** Behind the scheme of a header stands what looks made; prose speaks of basic and bearer too. */
export function isHeld(value: string): boolean {
  const kind = classOf(value)
  return kind === 'random' || (kind === 'mixed' && /\d/.test(value)) || /^[A-Za-z0-9+/]{8,}={1,2}$/.test(value)
}

/** Whether a value under a name is worth hiding. */
export function isMade(name: string, value: string): boolean {
  const sense = /^(?:authorization|proxy-authorization|cookie|set-cookie)$/i.test(name) ? 'maybe' : senseOf(name)
  const kind = classOf(value)
  if (sense === 'password') return kind === 'mixed' || kind === 'random' || kind === 'name'
  if (sense === 'secret' || sense === 'token') return kind === 'mixed' || kind === 'random'
  return sense === 'maybe' && kind === 'random'
}

/** As people make up passwords, with nothing of code. */
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

/** Filled in elsewhere, or by who reads it. */
export function isOpen(value: string, kind = classOf(value)): boolean {
  return (
    kind === 'reference' ||
    kind === 'nothing' ||
    (/^(?:\$\$?|%)?[({<]/.test(value) && !looksRandom(value)) ||
    /^\$\$?[A-Za-z_{(]\w*\}?$/.test(value)
  )
}
