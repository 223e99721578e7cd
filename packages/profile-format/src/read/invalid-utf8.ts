interface InvalidByte {
  /** Offset of the byte, from 0. */
  byte: number
  line: number
  /** In characters, from 1. */
  column: number
}

/**
 * The number of bytes that follow a lead byte and the range of the first (no overlong forms, surrogates or beyond
 * U+10FFFF).
 */
function sequenceAfter(lead: number): { length: number; low: number; high: number } | null {
  if (lead < 0x80) return { length: 0, low: 0x80, high: 0xbf }
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 1, low: 0x80, high: 0xbf }
  if (lead === 0xe0) return { length: 2, low: 0xa0, high: 0xbf }
  if (lead === 0xed) return { length: 2, low: 0x80, high: 0x9f }
  if (lead >= 0xe1 && lead <= 0xef) return { length: 2, low: 0x80, high: 0xbf }
  if (lead === 0xf0) return { length: 3, low: 0x90, high: 0xbf }
  if (lead >= 0xf1 && lead <= 0xf3) return { length: 3, low: 0x80, high: 0xbf }
  if (lead === 0xf4) return { length: 3, low: 0x80, high: 0x8f }
  return null
}

function isSequence(
  input: Uint8Array,
  at: number,
  { length, low, high }: { length: number; low: number; high: number },
) {
  for (let i = 1; i <= length; i++) {
    const byte = input[at + i] ?? 0
    if (byte < (i === 1 ? low : 0x80) || byte > (i === 1 ? high : 0xbf)) return false
  }
  return true
}

/** Finds the first byte that is not valid UTF-8 (RFC 3629). The file must contain one. */
export function invalidUtf8At(input: Uint8Array): InvalidByte {
  let line = 1
  let column = 1
  let at = 0
  while (at < input.length) {
    const lead = input[at] ?? 0
    const sequence = sequenceAfter(lead)
    if (sequence === null || !isSequence(input, at, sequence)) break
    column++
    if (lead === 0x0a) {
      line++
      column = 1
    }
    at += 1 + sequence.length
  }
  return { byte: at, line, column }
}
