/** What a document is made of; maps keep their order, which objects do not for keys that look like numbers. */
export type JsonValue = string | boolean | readonly JsonValue[] | ReadonlyMap<string, JsonValue>

const GO_ESCAPES = /[<>&\u2028\u2029]/g
const goEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Go's encoding/json escapes HTML's characters and JavaScript's line separators, everything else as JSON.stringify does. */
const encodeText = (text: string) => JSON.stringify(text).replace(GO_ESCAPES, goEscape)

/** One list that is joined once: joining on every level would copy the texts as often as they are nested. */
interface Output {
  parts: string[]
  /** Keys recur a thousand times. */
  keys: Map<string, string>
  colon: string
}

/** JSON as Palette's Go server writes it, on one line; `pretty` indents by two spaces and ends with a newline. */
export function encodeJson(value: JsonValue, pretty: boolean): string {
  const output: Output = { parts: [], keys: new Map(), colon: pretty ? ': ' : ':' }
  write(value, pretty ? '\n' : null, output)
  if (pretty) output.parts.push('\n')
  return output.parts.join('')
}

function write(value: JsonValue, lineStart: string | null, output: Output): void {
  if (typeof value === 'string') output.parts.push(encodeText(value))
  else if (typeof value === 'boolean') output.parts.push(value ? 'true' : 'false')
  else if (isList(value)) writeList(value, lineStart, output)
  else writeMap(value, lineStart, output)
}

function writeList(items: readonly JsonValue[], lineStart: string | null, output: Output): void {
  const inner = lineStart === null ? null : `${lineStart}  `
  let before = `[${inner ?? ''}`
  for (const item of items) {
    output.parts.push(before)
    write(item, inner, output)
    before = `,${inner ?? ''}`
  }
  output.parts.push(items.length === 0 ? '[]' : `${lineStart ?? ''}]`)
}

function writeMap(map: ReadonlyMap<string, JsonValue>, lineStart: string | null, output: Output): void {
  const inner = lineStart === null ? null : `${lineStart}  `
  let before = `{${inner ?? ''}`
  for (const [key, item] of map) {
    output.parts.push(before, keyOf(key, output))
    write(item, inner, output)
    before = `,${inner ?? ''}`
  }
  output.parts.push(map.size === 0 ? '{}' : `${lineStart ?? ''}}`)
}

function keyOf(key: string, { keys, colon }: Output): string {
  const known = keys.get(key) ?? encodeText(key) + colon
  keys.set(key, known)
  return known
}

const isList = (value: readonly JsonValue[] | ReadonlyMap<string, JsonValue>): value is readonly JsonValue[] =>
  Array.isArray(value)
