/** Shorter texts mix kinds of characters by chance too. */
const SHORTEST = 10
const LONGEST_LOOKED_AT = 512
/** Changes between lower case, upper case and digits per character; words and names have less than half as many. */
const CHANGES = 0.2

/** As programs number things, and some their keys. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Bootstrap tokens of Kubernetes; a hostname with these lengths has no digits. */
const BOOTSTRAP = /^[a-z0-9]{6}\.[a-z0-9]{16}$/
/** Groups of equal length, as in printed product keys. */
const PRODUCT_KEY =
  /^([A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,}|[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2,}|[A-Z0-9]{6}(?:-[A-Z0-9]{6}){2,})$/

/** Whether a text without spaces looks random, as keys and tokens do: its kinds of characters change all the time. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST || (text.length > LONGEST_LOOKED_AT && /\s/.test(text))) return false
  if (UUID.test(text)) return true
  if (BOOTSTRAP.test(text)) return /\d.*\d/.test(text)
  if (PRODUCT_KEY.test(text)) return /\d/.test(text) && /[A-Z]/.test(text)
  const head = text.length > LONGEST_LOOKED_AT ? text.slice(0, LONGEST_LOOKED_AT) : text
  return changesIn(head) >= CHANGES * head.length && !isVersionOrDate(head) && !isWords(head)
}

function isVersionOrDate(text: string): boolean {
  return /^v?\d+(?:\.\d+)+|^\d{4}-\d\d-\d\d/.test(text)
}

/** Zero if a character occurs in no key, or if there are neither digits nor capitals between lower case letters. */
function changesIn(text: string): number {
  let changes = 0
  let before: Kind = SIGN
  let hasLetter = false
  let isVaried = false
  for (let at = 0; at < text.length; at += 1) {
    const kind = KINDS[text.charCodeAt(at)] ?? OTHER
    if (kind === OTHER) return 0
    if (kind === DIGIT || (kind === CAPITAL && before === SMALL)) isVaried = true
    if (kind === SMALL || kind === CAPITAL) hasLetter = true
    // A capital at the beginning of a word is normal writing.
    if (before !== SIGN && kind !== SIGN && kind !== before && !(before === CAPITAL && kind === SMALL)) changes += 1
    before = kind
  }
  return hasLetter && isVaried ? changes : 0
}

type Kind = number
const OTHER: Kind = 0
const SMALL: Kind = 1
const CAPITAL: Kind = 2
const DIGIT: Kind = 3
const SIGN: Kind = 4
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => kindOf(String.fromCharCode(unit)))

function kindOf(character: string): Kind {
  if (/[a-z]/.test(character)) return SMALL
  if (/[A-Z]/.test(character)) return CAPITAL
  if (/\d/.test(character)) return DIGIT
  return /[\w+/=.~!@#$%^&*-]/.test(character) ? SIGN : OTHER
}

/** Whether most of it is words of four or more letters, each with a vowel: a name with numbers in it. */
function isWords(text: string): boolean {
  const hasDigit = /\d/.test(text)
  const parts = text.match(hasDigit ? /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g : /[A-Z]?[a-z]{2,}|[A-Z]{3,}/g) ?? []
  const length = parts.filter((part) => /[aeiouy]/i.test(part)).reduce((sum, part) => sum + part.length, 0)
  return length > text.length * (hasDigit ? 0.6 : 0.7)
}
