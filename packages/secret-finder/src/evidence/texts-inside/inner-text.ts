import { treeOf, type TextRange, type YamlTree } from '@waybill/layer-text'
import { gunzipped } from './gunzip.ts'
import { withoutPercents } from './percent-encoding.ts'

const SHORTEST = 12
/** V8's stack trace limit; in other engines setting it has no effect. */
const ENGINE = Error as ErrorConstructor & { stackTraceLimit?: number | undefined }
const UTF8 = new TextDecoder('utf-8', { fatal: true })
/** The beginning of a two-byte or longer UTF-8 character. */
const UTF8_PAIR = /^[\u00c2-\u00f4][\u0080-\u00bf]/
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/

/** A value read as a text: parsed if it has keys, decoded if it is base64 of readable text or a data URL. */
export interface InnerText {
  text: string
  tree: YamlTree | undefined
  /** True if the value is an encoding of the text. */
  isEncoded: boolean
  /**
   * Maps a range of the text to the value. For base64 that is the whole value, because part of it means nothing to a
   * person.
   */
  written: (range: TextRange) => TextRange
}

/** Reads the text inside a value; undefined if there is none, or if it would exceed `most` characters when unpacked. */
export function readInnerText(value: string, most = 0): InnerText | undefined {
  if (value.length < SHORTEST) return undefined
  const address = dataAddress(value)
  if (address) return inAddress(address, most)
  if (hasKeys(value)) {
    const tree = structureOf(value)
    return tree && { text: value, tree, isEncoded: false, written: (range) => range }
  }
  const text = unpacked(value, most)
  const whole = { start: 0, end: value.length }
  return text === undefined ? undefined : readable(text, () => whole)
}

/** The head of a data URL: its type and parameters. */
const ADDRESS = /^\s{0,8}data:[\w.+-]{0,80}(?:\/[\w.+-]{1,80})?(?:;[\w.-]{1,40}=[\w."-]{1,60}){0,4}(;base64)?,/i

/** Matches the head of a data URL; undefined for any other value. */
export function dataAddress(value: string): RegExpExecArray | undefined {
  return ADDRESS.exec(value) ?? undefined
}

function inAddress({ 0: head, 1: isBase64, input: value }: RegExpExecArray, most: number): InnerText | undefined {
  const body = value.slice(head.length)
  const plain = withoutPercents(body) ?? { text: body, written: (range: TextRange) => range }
  const text = isBase64 === undefined ? undefined : unpacked(plain.text, most)
  if (text !== undefined) return readable(text, () => ({ start: head.length, end: value.length }))
  const written = (range: TextRange): TextRange => {
    const { start, end } = plain.written(range)
    return { start: head.length + start, end: head.length + end }
  }
  return readable(plain.text, written)
}

function readable(text: string, written: InnerText['written']): InnerText {
  return { text, tree: hasKeys(text) ? structureOf(text) : undefined, isEncoded: true, written }
}

/** How often base64 may be nested. */
const MOST_LAYERS = 4

/** Decodes base64 through all its layers. */
function unpacked(value: string, most: number): string | undefined {
  let text = decoded(value) ?? unzipped(value, most)
  for (let layer = 1; layer < MOST_LAYERS && text !== undefined; layer += 1) {
    const below = decoded(text) ?? unzipped(text, most)
    if (below === undefined) break
    text = below
  }
  return text
}

/** The beginning of gzip in base64. */
const ZIPPED = /^\s*H4sI/
/** Nothing worth compressing is shorter. */
const SHORTEST_ZIPPED = 64

function unzipped(value: string, most: number): string | undefined {
  if (value.length < SHORTEST_ZIPPED || !ZIPPED.test(value)) return undefined
  const packed = value.replaceAll(/\s/g, '')
  if (packed.length % 4 === 1 || !BASE64.test(packed)) return undefined
  try {
    const bytes = gunzipped(
      Uint8Array.from(atob(ordinary(packed)), (unit) => unit.charCodeAt(0)),
      most,
    )
    return bytes && UTF8.decode(bytes)
  } catch {
    // Not base64 after all, or not text once it is unpacked.
    return undefined
  }
}

/** Converts the URL-safe alphabet of base64 to the standard one. */
function ordinary(packed: string): string {
  return packed.replaceAll('-', '+').replaceAll('_', '/')
}

function hasKeys(value: string): boolean {
  return /:(?:\s|$)|^\s*(?:\{(?!\{)|\[)|":/.test(value)
}

function structureOf(text: string): YamlTree | undefined {
  const tree = withoutStacks(() => treeOf(text))
  return tree?.documents.some((node) => node.kind === 'map' || node.kind === 'seq') ? tree : undefined
}

/**
 * Runs without stack traces. Most texts inside texts are not YAML, and the stack trace of the error costs more than
 * parsing.
 */
function withoutStacks<Result>(read: () => Result): Result {
  const { stackTraceLimit } = ENGINE
  ENGINE.stackTraceLimit = 0
  try {
    return read()
  } finally {
    ENGINE.stackTraceLimit = stackTraceLimit
  }
}

/** Decodes base64 if the result is readable text. */
export function decoded(value: string): string | undefined {
  // Most random bytes contain a control character, which is checked first because a failing decoder is slow.
  if (value.length < SHORTEST || !mayBeText(value)) return undefined
  const packed = value.replaceAll(/\s/g, '')
  if (packed.length < SHORTEST || packed.length % 4 === 1 || !BASE64.test(packed)) return undefined
  try {
    const binary = atob(ordinary(packed))
    // eslint-disable-next-line no-control-regex -- of ASCII every byte is a character
    if (/^[\u0000-\u007f]*$/.test(binary)) return binary
    const high = binary.search(/[\u0080-\u00ff]/)
    if (!UTF8_PAIR.test(binary.slice(high, high + 2))) return undefined
    return UTF8.decode(Uint8Array.from(binary, (unit) => unit.charCodeAt(0)))
  } catch {
    // Bytes that are not UTF-8 are not text.
    return undefined
  }
}

/** The six bits of each character in either alphabet; 64 for white space, 65 for padding, 255 for any other. */
const SIX_BITS = new Uint8Array(256).fill(255)
const SPACE = 64
const PADDING = 65
Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/').forEach((unit, bits) => {
  SIX_BITS[unit.charCodeAt(0)] = bits
})
for (const [units, bits] of [
  ['-', 62],
  ['_', 63],
  [' \t\n\r\f\v', SPACE],
  ['=', PADDING],
] as const)
  for (const unit of units) SIX_BITS[unit.charCodeAt(0)] = bits

/** Whether base64 decodes to bytes without control characters; false for characters outside the alphabet. */
function mayBeText(value: string): boolean {
  let bits = 0
  let count = 0
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at)
    const six = unit < 256 ? (SIX_BITS[unit] ?? 255) : 255
    if (six === SPACE) continue
    if (six === PADDING) return true
    if (six > SPACE) return false
    bits = ((bits << 6) | six) & 0x3fff
    count += 6
    if (count < 8) continue
    count -= 8
    const byte = (bits >> count) & 0xff
    if (byte < 9 || (byte > 13 && byte < 32)) return false
  }
  return true
}
