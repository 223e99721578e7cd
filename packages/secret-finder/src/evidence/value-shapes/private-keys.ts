import type { TextRange } from '@waybill/layer-text'

/** No real key is longer; whatever comes after is searched on its own. */
const LONGEST_KEY = 32_768
const LONGEST_LINE = 400
const MOST_HEADERS = 8
const BEGIN = /-----BEGIN (?:(?:[A-Z0-9]+ ){0,4}PRIVATE KEY(?: BLOCK)?|OpenVPN Static key V1)-----/g
const PUTTY = /Private-Lines:[ \t]*\d{1,4}/g
/** A key in an example has dots instead of a body. */
const BODY = /[A-Za-z0-9+/]{20}/
const LINE_OF_BODY = /^[\s#>|*]*(?:[A-Za-z0-9+/=]{4,200}|Private-(?:MAC|Hash):[^\n]{0,100})?[ \t\r]*$/
/** Header lines above the body; below it, the next key of a file looks the same. */
const HEADER = /^[\s#>|*]*[A-Za-z-]{1,40}:[^\n]{0,200}$/

/** Finds armoured private keys in values, in comments and with escaped line breaks. */
export function findPrivateKeys(text: string): TextRange[] {
  const found: TextRange[] = []
  if (!text.includes('PRIVATE KEY') && !text.includes('Static key') && !text.includes('Private-Lines')) return found
  let from = 0
  for (const begin of text.matchAll(BEGIN)) {
    if (begin.index < from) continue
    const end = endOfKey(text, begin.index + begin[0].length)
    if (BODY.test(text.slice(begin.index + begin[0].length, end))) found.push({ start: begin.index, end })
    from = end
  }
  for (const lines of text.matchAll(PUTTY)) {
    const start = lines.index + lines[0].length
    if (start < from) continue
    const end = endOfLines(text, start)
    if (end > start) found.push({ start: skipSpace(text, start), end })
    from = end
  }
  return found
}

/** The end of a key: after its footer or, if there is none nearby, after the lines that can belong to a key. */
function endOfKey(text: string, from: number): number {
  // At most up to the next key, so that every character is read once.
  const next = text.indexOf('-----BEGIN', from)
  const near = text.slice(from, Math.min(from + LONGEST_KEY, next < 0 ? text.length : next))
  const footer = /-----END [A-Za-z0-9 ]{0,40}-----/.exec(near)
  if (footer) return from + footer.index + footer[0].length
  return endOfLines(text, from)
}

function endOfLines(text: string, from: number): number {
  let end = from
  let at = from
  let hasBody = false
  let headers = 0
  while (at < text.length && at - from < LONGEST_KEY) {
    // At most the length of a key's line; otherwise a long line would be read again for each key that begins in it.
    const near = text.slice(at, at + LONGEST_LINE + 1)
    const stop = near.indexOf('\n')
    const line = stop < 0 ? near : near.slice(0, stop)
    const lineEnd = at + line.length
    if (line.length > LONGEST_LINE) break
    const isOfBody = LINE_OF_BODY.test(line)
    if (!isOfBody && (hasBody || headers === MOST_HEADERS || !HEADER.test(line))) break
    if (!isOfBody) headers += 1
    hasBody ||= isOfBody && BODY.test(line)
    if (line.trim() !== '') end = lineEnd
    at = lineEnd + 1
  }
  if (!hasBody) return from
  while (end > from && /\s/.test(text[end - 1] ?? '')) end -= 1
  return end
}

function skipSpace(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  return at
}

const ARMOUR = /(?:LS0tLS1CRUdJTi|0tLS0tQkVHSU4g|tLS0tLUJFR0lOI)/
const OPENSSH = /^b3BlbnNzaC1rZXktdjE/

/** Whether a run of base64 is a private key: armoured, OpenSSH, or DER with its version number first. */
export function isEncodedPrivateKey(run: string): boolean {
  if (OPENSSH.test(run)) return true
  if (ARMOUR.test(run.slice(0, 64))) return /UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW/.test(run.slice(0, 160))
  return run.startsWith('M') && run.length >= 60 && isDerPrivateKey(run)
}

/**
 * A SEQUENCE, its length, and INTEGER 0 or 1: the version that private keys have, but certificates and public keys do
 * not.
 */
function isDerPrivateKey(run: string): boolean {
  const bytes = decodeHead(run)
  if (bytes?.[0] !== 0x30) return false
  const length = bytes[1] ?? 0
  const at = length < 0x80 ? 2 : 2 + (length & 0x7f)
  if (length >= 0x80 && (length & 0x7f) > 3) return false
  return (
    bytes[at] === 0x02 &&
    bytes[at + 1] === 0x01 &&
    (bytes[at + 2] ?? 9) <= 1 &&
    (bytes[at + 3] === 0x02 || bytes[at + 3] === 0x30 || bytes[at + 3] === 0x04)
  )
}

function decodeHead(run: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(run.slice(0, 16)), (unit) => unit.charCodeAt(0))
  } catch {
    // Not base64 after all.
    return undefined
  }
}
