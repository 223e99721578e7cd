/** The content of an expression such as `'{{ required | format "${password}" | hints "…" }}'`. */
export interface SchemaExpression {
  /** The format template as written, e.g. `${number:[1-10]}`; empty without one. */
  format: string
  /** Type of the only atom; `string` for a template with more parts, empty without a format. */
  type: string
  /** Whether any atom of the format is `${password}`. */
  isPassword: boolean
  required: boolean
  readonly: boolean
  hints: string[]
  /** Choices of `${list:[A,B]}`. */
  listOptions: string[]
  /** Bounds of `${number:[1-10]}`, both inclusive. */
  range?: { min: number; max: number }
  /** RE2 source of `${string:/…/}`. */
  regex?: string
}

/** A word, a quoted text (an unclosed one extends to the end, so that nothing is read twice) or the separator. */
const TOKEN = /[A-Za-z]+|"((?:[^"\\]|\\[^])*)(?:"|\\?$)|'((?:[^'\\]|\\[^])*)(?:'|\\?$)|\|/g
const ATOM = /^\$\{\s*([A-Za-z0-9]+)\s*(?::([^]*))?\}$/

/** Reads one expression. Unknown words are skipped. */
export function readSchemaExpression(expression: string): SchemaExpression {
  const result: SchemaExpression = {
    format: '',
    type: '',
    isPassword: false,
    required: false,
    readonly: false,
    hints: [],
    listOptions: [],
  }
  let word = ''
  for (const token of expression.matchAll(TOKEN)) {
    const text = token[1] ?? token[2]
    if (text !== undefined) applyText(result, word, unescape(text))
    else word = applyWord(result, token[0])
  }
  return result
}

function applyWord(result: SchemaExpression, word: string): string {
  if (word === 'required') result.required = true
  if (word === 'readonly') result.readonly = true
  return word
}

function applyText(result: SchemaExpression, word: string, text: string): void {
  if (word === 'hints') result.hints.push(text)
  if (word === 'format') Object.assign(result, readFormat(text))
}

function readFormat(format: string): Partial<SchemaExpression> {
  const isPassword = /\$\{\s*password\b/.test(format)
  const [, type, argument] = ATOM.exec(format) ?? []
  if (type === undefined || format.indexOf('${', 2) >= 0) return { format, type: 'string', isPassword }
  return { format, type, isPassword, ...readArgument(type, argument?.trim() ?? '') }
}

function readArgument(type: string, argument: string): Partial<SchemaExpression> {
  if (/^\/[^]*\/$/.test(argument)) return { regex: argument.slice(1, -1) }
  if (!/^\[[^]*\]$/.test(argument)) return {}
  const inside = argument.slice(1, -1)
  if (type === 'list') return { listOptions: inside.split(',').map((option) => option.trim()) }
  const bounds = /^\s*(-?\d+(?:\.\d+)?)\s*-\s*(-?\d+(?:\.\d+)?)\s*$/.exec(inside)
  return bounds ? { range: { min: Number(bounds[1]), max: Number(bounds[2]) } } : {}
}

function unescape(text: string): string {
  return text.includes('\\') ? text.replaceAll(/\\(["'\\])/g, '$1') : text
}
