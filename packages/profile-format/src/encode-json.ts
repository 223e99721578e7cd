/** What a document is made of; maps keep their order, which objects do not for keys that look like numbers. */
export type JsonValue = string | boolean | readonly JsonValue[] | ReadonlyMap<string, JsonValue>

const GO_ESCAPES = /[<>&\u2028\u2029]/g
const goEscape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Go's encoding/json escapes HTML's characters and JavaScript's line separators, everything else as JSON.stringify does. */
const encodeText = (text: string) => JSON.stringify(text).replace(GO_ESCAPES, goEscape)

/** JSON as Palette's Go server writes it, on one line; `pretty` indents by two spaces and ends with a newline. */
export function encodeJson(value: JsonValue, pretty: boolean): string {
  return pretty ? `${encode(value, '\n')}\n` : encode(value, null)
}

function encode(value: JsonValue, lineStart: string | null): string {
  if (typeof value === 'string') return encodeText(value)
  if (typeof value === 'boolean') return String(value)
  const inner = lineStart === null ? null : `${lineStart}  `
  const colon = lineStart === null ? ':' : ': '
  if (isList(value))
    return bracket(
      '[]',
      value.map((item) => encode(item, inner)),
      lineStart,
    )
  const entries = [...value].map(([key, item]) => `${encodeText(key)}${colon}${encode(item, inner)}`)
  return bracket('{}', entries, lineStart)
}

const isList = (value: readonly JsonValue[] | ReadonlyMap<string, JsonValue>): value is readonly JsonValue[] =>
  Array.isArray(value)

function bracket([open = '', close = '']: string, items: readonly string[], lineStart: string | null): string {
  if (lineStart === null || items.length === 0) return `${open}${items.join(',')}${close}`
  return `${open}${lineStart}  ${items.join(`,${lineStart}  `)}${lineStart}${close}`
}
