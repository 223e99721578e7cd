import { treeOf, type TextRange, type YamlTree } from '@waybill/layer-text'
import { gunzipped } from './gunzip.ts'
import { withoutPercents } from './percent-encoding.ts'

const SHORTEST = 12
/** V8's; other engines have no such limit, and lose nothing by one. */
const ENGINE = Error as ErrorConstructor & { stackTraceLimit?: number | undefined }
const UTF8 = new TextDecoder('utf-8', { fatal: true })
/** How a character that is not of ASCII begins. */
const UTF8_PAIR = /^[\u00c2-\u00f4][\u0080-\u00bf]/
const BASE64 = /^[A-Za-z0-9+/_-]+={0,2}$/

/** A value as a text of its own: parsed where it has keys, decoded where it is base64 of a readable text or the address of one. */
export interface InnerText {
  text: string
  tree: YamlTree | undefined
  /** The value is not the text itself, but stands for it. */
  isEncoded: boolean
  /** Where a range of it stands in the value: of base64 all of it, because a part of that says nothing to a person. */
  written: (range: TextRange) => TextRange
}

/** What a value holds beside its own characters; undefined for an ordinary one, and for what is packed to more than may be read. */
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

/** The address of a text: what says how it is written, and the rest with its escapes. */
const ADDRESS = /^\s{0,8}data:[\w.+-]{0,80}(?:\/[\w.+-]{1,80})?(?:;[\w.-]{1,40}=[\w."-]{1,60}){0,4}(;base64)?,/i

/** Of the address of a text what stands before the text; undefined for any other value. */
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

/** How often base64 may stand for base64. */
const MOST_LAYERS = 4

/** What base64 says in the end. */
function unpacked(value: string, most: number): string | undefined {
  let text = decoded(value) ?? unzipped(value, most)
  for (let layer = 1; layer < MOST_LAYERS && text !== undefined; layer += 1) {
    const below = decoded(text) ?? unzipped(text, most)
    if (below === undefined) break
    text = below
  }
  return text
}

/** How gzip begins in base64. */
const ZIPPED = /^\s*H4sI/
/** No text worth packing is packed shorter. */
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
    // What is no base64 after all, or no text once it is unpacked.
    return undefined
  }
}

/** Base64 in the alphabet that every decoder knows. */
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

/** Most texts inside texts are no YAML after all; the parser throws for each, and writing down where costs more than reading the text. */
function withoutStacks<Result>(read: () => Result): Result {
  const { stackTraceLimit } = ENGINE
  ENGINE.stackTraceLimit = 0
  try {
    return read()
  } finally {
    ENGINE.stackTraceLimit = stackTraceLimit
  }
}

/** What a base64 text says, where that is readable text. */
export function decoded(value: string): string | undefined {
  // Most random bytes hold a control character: looked for first, because a decoder that fails is slow.
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
    // Bytes that are no UTF-8 are no text.
    return undefined
  }
}

/** What six bits each character of either alphabet stands for; 64 for white space, 65 for the padding, 255 for any other. */
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

/** Whether what base64 says begins like a text: up to the first character of another alphabet, or the first control character. */
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
