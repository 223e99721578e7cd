import { SHORTEST_NEEDLE } from './needle-search.ts'
import { decoded } from '../evidence/texts-inside/inner-text.ts'
import { mayHold, mayHoldBase64, mayHoldHex, type HeldGroups } from './held-groups.ts'
import { classOf } from '../weigh/value-class.ts'

/**
 * A line of a longer secret that is a single token, like the lines of a key, and so recognisable in any indentation or
 * quotes.
 */
const TOKEN_LINE = /^(?!-----)[^\s:,{}[\]"']{16,}$/
/** Shorter pieces of base64 and hex occur in other texts by chance. */
const SHORTEST_ENCODED = 8
/** Shorter secrets are masked only in their own place. */
const SHORTEST_DISTINCT = 8
const SHORTEST_PHRASE = 16

/** One way to write a secret. An encoded form is part of a longer run of encoded characters. */
export interface SecretForm {
  text: string
  isEncoded: boolean
}

/**
 * Whether a secret is distinctive enough to search for copies. Words, names, hosts and short texts also occur in
 * images, paths and prose: they are masked only in their own place.
 */
export function isDistinct(secret: string): boolean {
  const text = secret.trim()
  if (text.length < SHORTEST_DISTINCT) return false
  if (/[\r\n]/.test(text)) return true
  const kind = classOf(text)
  return (
    kind === 'random' ||
    kind === 'mixed' ||
    (kind === 'name' && /\d/.test(text) && (text.length >= 12 || !/[a-z]/i.test(text))) ||
    (kind === 'prose' && text.length >= SHORTEST_PHRASE)
  )
}

/**
 * The forms that a secret can have elsewhere: plain, escaped for JSON and URLs, hex, base64 at all three offsets,
 * decoded if it is base64 itself, and line by line. If the groups of the texts are known, only encoded forms that may
 * occur in them.
 */
export function formsOf(secret: string, held?: HeldGroups): SecretForm[] {
  const value = secret.trim()
  if (value.length < SHORTEST_NEEDLE) return []
  const forms: SecretForm[] = []
  for (const text of plainForms(value)) if (text.length >= SHORTEST_NEEDLE) forms.push({ text, isEncoded: false })
  for (const text of encodings(value, held))
    if (text.length >= SHORTEST_ENCODED && mayHold(held, text)) forms.push({ text, isEncoded: true })
  return forms
}

function plainForms(value: string): Iterable<string> {
  const forms = [value]
  const inside = decoded(value)
  if (inside !== undefined && isDistinct(inside)) forms.push(inside.trim())
  // Most secrets need no escaping.
  if (/^[\w.~-]+$/.test(value)) return forms
  const lines = value.includes('\n') ? value.split(/\r?\n/).map((line) => line.trim().replace(/^#+[ \t]*/, '')) : []
  return new Set([
    ...forms,
    ...jsonEscaped(value),
    ...urlEncoded(value),
    ...lines.filter((line) => TOKEN_LINE.test(line)),
  ])
}

/** JSON does not escape letters, digits and most signs. */
function jsonEscaped(value: string): string[] {
  return /^[!#-[\]-~]*$/.test(value) ? [] : [JSON.stringify(value).slice(1, -1)]
}

function urlEncoded(value: string): string[] {
  if (!value.isWellFormed()) return []
  const encoded = encodeURIComponent(value)
  return [
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    encoded.replaceAll('%20', '+'),
  ]
}

const UTF8 = new TextEncoder()

function encodings(value: string, held: HeldGroups | undefined): Iterable<string> {
  const bytes = bytesOf(value)
  const forms = mayHoldHex(held, bytes) ? hexOf(bytes) : []
  // The first characters of a group that the secret shares with the text before it are left out.
  for (let offset = 0; offset < 3; offset += 1)
    if (mayHoldBase64(held, bytes, (3 - offset) % 3)) forms.push(...base64At(bytes, offset))
  return forms.length > 1 ? new Set(forms) : forms
}

/** Like TextEncoder, which for a short ASCII text would take longer than everything else here. */
function bytesOf(value: string): Uint8Array {
  const bytes = new Uint8Array(value.length)
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at)
    if (unit > 127) return UTF8.encode(value)
    bytes[at] = unit
  }
  return bytes
}

function hexOf(bytes: Uint8Array): string[] {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return /[a-f]/.test(hex) ? [hex, hex.toUpperCase()] : [hex]
}

/** The base64 of bytes that follow others, without the characters that they share with their neighbours. */
function base64At(bytes: Uint8Array, offset: number): string[] {
  let binary = '\0'.repeat(offset)
  for (const byte of bytes) binary += String.fromCharCode(byte)
  const whole = btoa(binary).replace(/=+$/, '')
  const text = whole.slice(
    offset === 0 ? 0 : offset + 1,
    (bytes.length + offset) % 3 === 0 ? whole.length : whole.length - 1,
  )
  return /[+/]/.test(text) ? [text, text.replaceAll('+', '-').replaceAll('/', '_')] : [text]
}

const CODE = /[A-Za-z0-9+/=_-]/

/** The whole run of base64 or hex characters around a part of it. */
export function wholeCode(text: string, range: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = range
  while (start > 0 && CODE.test(text[start - 1] ?? '')) start -= 1
  while (end < text.length && CODE.test(text[end] ?? '')) end += 1
  return { start, end }
}
