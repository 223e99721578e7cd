/**
 * Group size in characters, and how many characters of a form are looked up: short groups of digits occur in many texts
 * by chance.
 */
const GROUP = 4
const SHORTEST = 2 * GROUP
const LOOKED_AT = 8 * GROUP
/**
 * Up to this many characters of text per character of secrets, reading the texts first is cheaper than writing out
 * every form.
 */
const WORTH_READING = 50
/** A secret that is hidden in its own place occurs there twice; only a third occurrence matters. */
const MOST = 3
const LEAST_BITS = 12
const MOST_BITS = 22

/** Maps the URL-safe alphabet of base64 to the standard one. */
const UNITS = Uint8Array.from({ length: 256 }, (_, unit) => (unit === 45 ? 43 : unit === 95 ? 47 : unit))
const BASE64 = Uint8Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', (letter) =>
  letter.charCodeAt(0),
)
const HEX = Uint8Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))

/**
 * Which groups of four characters occur in some texts. Most forms of a secret have a group that does not, and need no
 * search.
 */
export interface HeldGroups {
  /** Number of occurrences, up to `MOST`. */
  slots: Uint8Array
  shift: number
}

/** Collects the groups of texts to be searched. Undefined if there are so few secrets that it would not pay off. */
export function heldGroups(texts: readonly string[], secrets: Iterable<string>): HeldGroups | undefined {
  const length = lengthOf(texts)
  if (lengthOf(secrets) * WORTH_READING < length) return undefined
  const bits = Math.min(MOST_BITS, Math.max(LEAST_BITS, Math.ceil(Math.log2(8 * length + 1))))
  const held = { slots: new Uint8Array(1 << bits), shift: 32 - bits }
  for (const text of texts) {
    let group = 0
    for (let at = 0; at < text.length; at += 1) {
      group = (group << 8) | (UNITS[text.charCodeAt(at) & 255] ?? 0)
      const slot = slotOf(held, group)
      const before = held.slots[slot] ?? 0
      if (before < MOST) held.slots[slot] = before + 1
    }
  }
  return held
}

function lengthOf(texts: Iterable<string>): number {
  let length = 0
  for (const text of texts) length += text.length
  return length
}

/** Whether a form may occur in the texts more often than already known, judged by its first groups. */
export function mayHold(held: HeldGroups | undefined, form: string, known: 0 | 1 | 2 = 0): boolean {
  if (!held || form.length < SHORTEST) return true
  const end = Math.min(form.length, LOOKED_AT)
  for (let at = 0; at + GROUP <= end; at += GROUP) if (!isHeld(held, groupOf(form, at), known)) return false
  return true
}

/** Whether the base64 of bytes may occur in the texts, if the first whole group begins with the byte at `from`. */
export function mayHoldBase64(held: HeldGroups | undefined, bytes: Uint8Array, from: number): boolean {
  if (!held || bytes.length < SHORTEST) return true
  const end = Math.min(bytes.length, LOOKED_AT)
  for (let at = from; at + 3 <= end; at += 3) if (!isHeld(held, base64Group(bytes, at))) return false
  return true
}

/** Whether the hex of bytes may occur in the texts, in lower or upper case. */
export function mayHoldHex(held: HeldGroups | undefined, bytes: Uint8Array): boolean {
  return !held || bytes.length < SHORTEST || [0, 32].some((capitals) => mayHoldHexIn(held, bytes, capitals))
}

function mayHoldHexIn(held: HeldGroups, bytes: Uint8Array, capitals: number): boolean {
  const end = Math.min(bytes.length, LOOKED_AT)
  for (let at = 0; at + 2 <= end; at += 2) if (!isHeld(held, hexGroup(bytes, at, capitals))) return false
  return true
}

function isHeld(held: HeldGroups, group: number, known = 0): boolean {
  return (held.slots[slotOf(held, group)] ?? 0) > known
}

function slotOf({ shift }: HeldGroups, group: number): number {
  return Math.imul(group, 0x9e3779b1) >>> shift
}

function groupOf(text: string, at: number): number {
  let group = 0
  for (let index = at; index < at + GROUP; index += 1) group = (group << 8) | (UNITS[text.charCodeAt(index) & 255] ?? 0)
  return group
}

function base64Group(bytes: Uint8Array, at: number): number {
  const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
  let group = 0
  for (let shift = 18; shift >= 0; shift -= 6) group = (group << 8) | (BASE64[(bits >> shift) & 63] ?? 0)
  return group
}

function hexGroup(bytes: Uint8Array, at: number, capitals: number): number {
  let group = 0
  for (let index = 0; index < GROUP; index += 1) {
    const digit = HEX[((bytes[at + (index >> 1)] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15] ?? 0
    group = (group << 8) | (digit > 57 ? digit - capitals : digit)
  }
  return group
}
