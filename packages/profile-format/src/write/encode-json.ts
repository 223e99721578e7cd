/** What a document is made of. Maps keep their order, which objects do not for keys that look like numbers. */
export type JsonValue = PlainJson | ReadonlyMap<string, JsonValue> | readonly JsonValue[]

/** What the engine writes by itself: keys of our own, left out where they are undefined. */
export type PlainJson = string | boolean | readonly PlainJson[] | { readonly [key: string]: PlainJson | undefined }

const GO_ESCAPES = /[<>&\u2028\u2029]/g
const goEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** JSON as Palette's Go server writes it, on one line; `pretty` indents by two spaces and ends with a newline. */
export function encodeJson(value: JsonValue, pretty: boolean): string {
  const parts: string[] = []
  write(value, pretty ? '\n' : null, parts)
  if (pretty) parts.push('\n')
  // Go's encoding/json escapes HTML's characters and JavaScript's line separators. They stand in texts alone, so all are done at once.
  return parts.join('').replace(GO_ESCAPES, goEscape)
}

function write(value: JsonValue, lineStart: string | null, parts: string[]): void {
  if (value instanceof Map) writeMap(value, lineStart, parts)
  else if (isListOfMaps(value)) writeList(value, lineStart, parts)
  else if (lineStart === null) parts.push(JSON.stringify(value))
  // Line ends of texts are escaped: each that stands there begins a line.
  else parts.push(JSON.stringify(value, null, 2).replaceAll('\n', lineStart))
}

function isListOfMaps(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value) && value.some((item: JsonValue) => item instanceof Map || isListOfMaps(item))
}

function writeList(items: readonly JsonValue[], lineStart: string | null, parts: string[]): void {
  const inner = lineStart === null ? null : `${lineStart}  `
  let before = `[${inner ?? ''}`
  for (const item of items) {
    parts.push(before)
    write(item, inner, parts)
    before = `,${inner ?? ''}`
  }
  parts.push(`${lineStart ?? ''}]`)
}

function writeMap(map: ReadonlyMap<string, JsonValue>, lineStart: string | null, parts: string[]): void {
  const inner = lineStart === null ? null : `${lineStart}  `
  const colon = lineStart === null ? ':' : ': '
  let before = `{${inner ?? ''}`
  for (const [key, item] of map) {
    parts.push(before, JSON.stringify(key), colon)
    write(item, inner, parts)
    before = `,${inner ?? ''}`
  }
  parts.push(map.size === 0 ? '{}' : `${lineStart ?? ''}}`)
}
