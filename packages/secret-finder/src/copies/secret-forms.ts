import { SHORTEST_NEEDLE } from './needle-search.ts'

/** Words that anybody may write anywhere: their copies are masked only where they stand for a value. */
const WORD = /^(?:[a-z]{1,11}|[A-Z]{1,11}|[A-Z][a-z]{1,10})$/

/** A line of a longer secret that is one token, as a key's lines are, and so recognisable wherever it is indented or quoted. */
const TOKEN_LINE = /^(?!-----)[^\s:,{}[\]"']{16,}$/

/** Whether a secret is an ordinary word, too common to be looked for in names, images and prose. */
export function isWord(secret: string): boolean {
  return WORD.test(secret)
}

/**
 * The forms in which a secret may stand elsewhere: as it is, in base64, what its base64 says, and line by line.
 * Empty for a secret of fewer than 6 characters.
 */
export function secretForms(secret: string): string[] {
  const value = secret.trim()
  if (value.length < SHORTEST_NEEDLE) return []
  const lines = value.includes('\n') ? value.split(/\r?\n/).map((line) => line.trim()) : []
  const forms = new Set([value, toBase64(value), toBase64(secret), ...lines.filter((line) => TOKEN_LINE.test(line))])
  const decoded = fromBase64(value)
  if (decoded !== undefined) forms.add(decoded)
  return [...forms].filter((form) => form.length >= SHORTEST_NEEDLE)
}

function toBase64(text: string): string {
  let binary = ''
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** What a base64 text says, where that is readable text. */
function fromBase64(text: string): string | undefined {
  const packed = text.replaceAll(/\s/g, '')
  if (packed.length < 8 || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined
  try {
    const bytes = Uint8Array.from(atob(packed), (unit) => unit.charCodeAt(0))
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim()
    return /^[\x20-\x7e\s]+$/.test(decoded) ? decoded : undefined
  } catch {
    // Bytes that are no UTF-8 are no text that could stand elsewhere.
    return undefined
  }
}
