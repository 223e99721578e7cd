import { SHORTEST_NEEDLE } from './needle-search.ts'
import { decoded } from '../evidence/texts-inside/inner-text.ts'
import { classOf } from '../weigh/value-class.ts'

/** A line of a longer secret that is one token, as a key's lines are, and so recognisable wherever it is indented or quoted. */
const TOKEN_LINE = /^(?!-----)[^\s:,{}[\]"']{16,}$/
/** Shorter pieces of base64 and hex stand in other texts by chance. */
const SHORTEST_ENCODED = 8
/** Shorter secrets are masked in their own place alone. */
const SHORTEST_DISTINCT = 8
const SHORTEST_PHRASE = 16

/** One way to write a secret. What surrounds an encoded one belongs to the same code. */
export interface SecretForm {
  text: string
  isEncoded: boolean
}

/**
 * Whether a secret is distinct enough to be looked for elsewhere. Words, names, hosts and short texts stand in images, paths and
 * prose too: they are masked in their own place alone.
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

/** How a secret may stand elsewhere: as it is, escaped for JSON and URLs, in hex, in base64 at all three offsets, what its base64 says, and line by line. */
export function formsOf(secret: string): SecretForm[] {
  const value = secret.trim()
  if (value.length < SHORTEST_NEEDLE) return []
  const lines = value.includes('\n') ? value.split(/\r?\n/).map((line) => line.trim().replace(/^#+[ \t]*/, '')) : []
  const inside = decoded(value)
  const plain = new Set([
    value,
    JSON.stringify(value).slice(1, -1),
    ...urlEncoded(value),
    ...lines.filter((line) => TOKEN_LINE.test(line)),
  ])
  if (inside !== undefined && isDistinct(inside)) plain.add(inside.trim())
  const encoded = new Set(encodings(value))
  return [
    ...[...plain].filter((text) => text.length >= SHORTEST_NEEDLE).map((text) => ({ text, isEncoded: false })),
    ...[...encoded].filter((text) => text.length >= SHORTEST_ENCODED).map((text) => ({ text, isEncoded: true })),
  ]
}

function urlEncoded(value: string): string[] {
  if (/^[\w.~-]+$/.test(value) || !value.isWellFormed()) return []
  const encoded = encodeURIComponent(value)
  return [
    encoded,
    encoded.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
    encoded.replaceAll('%20', '+'),
  ]
}

function encodings(value: string): string[] {
  const bytes = new TextEncoder().encode(value)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex, hex.toUpperCase(), ...[0, 1, 2].flatMap((offset) => base64At(bytes, offset))]
}

/** Base64 of the bytes behind others, without the characters that they share with their neighbours. */
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

/** The whole run of base64 or hex around a part of it. */
export function wholeCode(text: string, range: { start: number; end: number }): { start: number; end: number } {
  let { start, end } = range
  while (start > 0 && CODE.test(text[start - 1] ?? '')) start -= 1
  while (end < text.length && CODE.test(text[end] ?? '')) end += 1
  return { start, end }
}
