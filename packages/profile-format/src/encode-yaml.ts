import { Scalar, stringify } from 'yaml'
import type { JsonValue } from './encode-json.ts'

// Anything that YAML would normalise, refuse or strip outside double quotes: carriage returns, tabs at line starts, controls,
// Unicode line ends and marks, spaces at line ends, leading empty lines or indentation.
const NEEDS_QUOTES =
  /[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\u2028\u2029]|[ \t]\n|[ \t]$|^\s|^\n|\n\t/u

/** YAML of a document: block texts as they are, everything else quoted as YAML 1.1 readers (Go's among them) need it. */
export function encodeYaml(value: JsonValue): string {
  return stringify(withStyles(value), {
    lineWidth: 0,
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
    blockQuote: 'literal',
  })
}

function withStyles(value: JsonValue): unknown {
  if (typeof value === 'string') return styledText(value)
  if (typeof value === 'boolean') return value
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, withStyles(item)]))
  return Array.isArray(value) ? value.map(withStyles) : value
}

function styledText(text: string): unknown {
  const style = NEEDS_QUOTES.test(text) ? Scalar.QUOTE_DOUBLE : text.includes('\n') ? Scalar.BLOCK_LITERAL : null
  if (style === null) return text
  const scalar = new Scalar(text)
  scalar.type = style
  return scalar
}
