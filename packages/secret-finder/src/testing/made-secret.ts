const SMALL = 'abcdefghijklmnopqrstuvwxyz'
const CAPITALS = SMALL.toUpperCase()
const DIGITS = '0123456789'
const LETTERS = SMALL + CAPITALS + DIGITS
const BASE64 = `${LETTERS}+/`
const HEX = `${DIGITS}abcdef`
const WORDS = ['otter', 'kiln', 'maple', 'heron', 'quarry', 'saffron', 'thistle', 'marble', 'lantern', 'pebble']

/** A secret, and how it is written in its text: a user and a password in base64 are one encoded run. */
export interface MadeSecret {
  written: string
  secret: string
}

/** Generates a secret of a form such as `typed`, `random40`, `hex32` or `b64`; the same seed gives the same secret. */
export function madeSecret(form: string, seed: string): MadeSecret {
  const next = numbersFrom(seed)
  const some = (count: number, from: string): string =>
    Array.from({ length: count }, () => from[next(from.length)]).join('')
  const word = (): string => WORDS[next(WORDS.length)] ?? ''
  const [, kind = '', digits = ''] = /^([a-z\d]*?)(\d*)$/.exec(form) ?? []
  const typed = (): string =>
    [`${capital(word())}-${capital(word())}-${some(3, DIGITS)}`, `${word()}_${word()}${some(4, DIGITS)}`][next(2)] ?? ''
  const whole = MAKERS[form] ?? MAKERS[kind]
  if (!whole) throw new Error(`no secret of the form ${form}`)
  const made = whole({ some, word, typed, count: Number(digits) || 0 })
  return typeof made === 'string' ? { written: made, secret: made } : made
}

interface Making {
  some: (count: number, from: string) => string
  word: () => string
  typed: () => string
  count: number
}

const MAKERS: Readonly<Record<string, (making: Making) => string | MadeSecret>> = {
  typed: ({ typed }) => typed(),
  word: ({ word, some }) => word() + some(3, SMALL),
  word9: ({ word, some }) => word() + word() + some(2, DIGITS),
  random: ({ some, count }) => `a${some((count || 24) - 3, LETTERS)}7K`,
  random8d: ({ some }) => `x4${some(6, SMALL + DIGITS)}`,
  hex: ({ some, count }) => some(count || 32, HEX),
  digits: ({ some, count }) => some(count, DIGITS),
  hexupper: ({ some, count }) => some(count, HEX).toUpperCase(),
  upper: ({ some, count }) => some(count, `${CAPITALS}234567`),
  b64: ({ some }) => `${some(42, BASE64)}A=`,
  urlb64: ({ some }) => `${some(43, LETTERS)}%3D`,
  bcrypt: ({ some }) => some(53, `${LETTERS}./`),
  uuid: ({ some }) => [8, 4, 4, 4, 12].map((count) => some(count, HEX)).join('-'),
  kubeadm: ({ some }) => `${some(6, SMALL + DIGITS)}.${some(16, SMALL + DIGITS)}`,
  pemb64: ({ some }) => btoa(`-----BEGIN PRIVATE ${'KEY'}-----\n${some(64, BASE64)}\n-----END PRIVATE ${'KEY'}-----\n`),
  pemjson: ({ some }) => {
    const secret = some(64, BASE64)
    return { written: `-----BEGIN PRIVATE ${'KEY'}-----\\n${secret}\\n-----END PRIVATE ${'KEY'}-----\\n`, secret }
  },
  jwt: ({ some }) =>
    `${urlSafe('{"alg":"HS256","typ":"JWT"}')}.${urlSafe('{"sub":"kiln","role":"service"}')}.${some(43, LETTERS)}`,
  basic: ({ typed }) => {
    const written = btoa(`ci:${typed()}`)
    return { written, secret: written }
  },
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function urlSafe(text: string): string {
  return btoa(text).replaceAll('=', '').replaceAll('+', '-').replaceAll('/', '_')
}

/** Pseudo-random numbers below a bound. */
function numbersFrom(seed: string): (bound: number) => number {
  let state = 0x811c9dc5
  for (let at = 0; at < seed.length; at += 1) state = Math.imul(state ^ seed.charCodeAt(at), 0x01000193)
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound
  }
}
