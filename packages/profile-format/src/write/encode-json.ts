/** The values a document is encoded from. Maps keep their order; objects would reorder keys that look like numbers. */
export type JsonValue = PlainJson | ReadonlyMap<string, JsonValue> | readonly JsonValue[]

/** Values that JSON.stringify encodes directly. Keys with undefined values are left out. */
export type PlainJson = string | boolean | readonly PlainJson[] | { readonly [key: string]: PlainJson | undefined }

/** Escapes `<`, `>`, `&` and U+2028/2029 as Go's encoding/json does. */
export const escapeAsGo = (json: string): string =>
  json.replaceAll(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Encodes JSON as Palette's Go server does, on one line; `pretty` indents by two spaces and ends with a newline. */
export function encodeJson(value: JsonValue, pretty: boolean): string {
  const parts: string[] = []
  write(value, pretty ? '\n' : null, parts)
  if (pretty) parts.push('\n')
  // What Go escapes occurs only inside strings, so the whole output is escaped at once.
  return escapeAsGo(parts.join(''))
}

function write(value: JsonValue, lineStart: string | null, parts: string[]): void {
  if (value instanceof Map) writeMap(value, lineStart, parts)
  else if (isListOfMaps(value)) writeList(value, lineStart, parts)
  else if (lineStart === null) parts.push(JSON.stringify(value))
  // Newlines in strings are escaped, so every newline here is from the indentation.
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
