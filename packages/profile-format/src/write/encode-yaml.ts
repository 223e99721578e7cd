import { COLLECTION_STYLE, DUMP_SCHEMA, present, SCALAR_STYLE } from 'js-yaml'
import type { Node, ScalarStyle } from 'js-yaml'
import type { JsonValue, PlainJson } from './encode-json.ts'

// Anything that YAML would normalise, refuse or strip outside double quotes: carriage returns, control characters,
// Unicode line breaks and byte order marks, trailing spaces, leading or trailing blank lines.
const NEEDS_QUOTES =
  /[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]|[ \t]\n|[ \t]$|^\s|\n\t/u

/**
 * Encodes a document as YAML: multi-line texts as block scalars, others quoted when a YAML 1.1 or 1.2 reader would need
 * it.
 */
export function encodeYaml(value: JsonValue): string {
  const options = { schema: DUMP_SCHEMA, lineWidth: -1, quoteStyle: 'double' } as const
  return present([{ contents: nodeOf(value), directives: [] }], options)
}

function nodeOf(value: JsonValue): Node {
  if (typeof value === 'string') return scalar('str', value, styleOf(value))
  if (typeof value === 'boolean') return scalar('bool', String(value), SCALAR_STYLE.PLAIN)
  if (isList(value)) {
    return {
      kind: 'sequence',
      tag: tag('seq'),
      tagged: false,
      style: styleOfSize(value.length),
      items: value.map(nodeOf),
    }
  }
  const items = entriesOf(value).flatMap(([key, item]) =>
    item === undefined ? [] : [{ key: scalar('str', key, SCALAR_STYLE.PLAIN), value: nodeOf(item) }],
  )
  return { kind: 'mapping', tag: tag('map'), tagged: false, style: styleOfSize(items.length), items }
}

const tag = (name: string) => `tag:yaml.org,2002:${name}`
const styleOfSize = (size: number) => (size === 0 ? COLLECTION_STYLE.FLOW : COLLECTION_STYLE.BLOCK)
const isList = (value: object): value is readonly JsonValue[] => Array.isArray(value)
const entriesOf = (value: ReadonlyMap<string, JsonValue> | { readonly [key: string]: PlainJson | undefined }) =>
  value instanceof Map ? [...value] : Object.entries(value)

function scalar(name: 'str' | 'bool', value: string, style: ScalarStyle): Node {
  return { kind: 'scalar', tag: tag(name), tagged: false, style, value }
}

function styleOf(text: string): ScalarStyle {
  if (NEEDS_QUOTES.test(text)) return SCALAR_STYLE.DOUBLE_QUOTED
  return text.includes('\n') ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.PLAIN
}
