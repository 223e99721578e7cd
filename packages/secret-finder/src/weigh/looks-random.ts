/** Shorter texts change their kinds of characters by chance too. */
const SHORTEST = 10
const LONGEST_LOOKED_AT = 512
/** Changes between small letters, capitals and digits for each character; words and names have less than half of it. */
const CHANGES = 0.2

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** Groups of one length, as keys of products are printed. */
const PRODUCT_KEY =
  /^([A-Z0-9]{4}(?:-[A-Z0-9]{4}){2,}|[A-Z0-9]{5}(?:-[A-Z0-9]{5}){2,}|[A-Z0-9]{6}(?:-[A-Z0-9]{6}){2,})$/

/** Whether a text without spaces looks made by chance, as keys and tokens are: its kinds of characters change all the time. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST || /\s/.test(text)) return false
  if (UUID.test(text)) return true
  if (PRODUCT_KEY.test(text)) return /\d/.test(text) && /[A-Z]/.test(text)
  const head = text.length > LONGEST_LOOKED_AT ? text.slice(0, LONGEST_LOOKED_AT) : text
  if (!/^[\w+/=.~!@#$%^&*-]+$/.test(head) || !/[A-Za-z]/.test(head)) return false
  if (!/\d/.test(head) && !/[a-z][A-Z]/.test(head)) return false
  if (/^v?\d+(?:\.\d+)+/.test(head) || /^\d{4}-\d\d-\d\d/.test(head)) return false
  return changesIn(head) >= CHANGES * head.length && !isWords(head)
}

function changesIn(text: string): number {
  let changes = 0
  let before = 0
  for (let at = 0; at < text.length; at += 1) {
    const kind = kindOf(text.charCodeAt(at))
    // A capital that opens a word is as written by people.
    if (before !== 0 && kind !== 0 && kind !== before && !(before === 2 && kind === 1)) changes += 1
    before = kind
  }
  return changes
}

function kindOf(unit: number): 0 | 1 | 2 | 3 {
  if (unit >= 97 && unit <= 122) return 1
  if (unit >= 65 && unit <= 90) return 2
  return unit >= 48 && unit <= 57 ? 3 : 0
}

/** Most of it words of four letters and more, each with a vowel: a name with numbers in it. */
function isWords(text: string): boolean {
  const hasDigit = /\d/.test(text)
  const parts = text.match(hasDigit ? /[A-Z]?[a-z]{3,}|[A-Z]{4,}/g : /[A-Z]?[a-z]{2,}|[A-Z]{3,}/g) ?? []
  const length = parts.filter((part) => /[aeiouy]/i.test(part)).reduce((sum, part) => sum + part.length, 0)
  return length > text.length * (hasDigit ? 0.6 : 0.7)
}
