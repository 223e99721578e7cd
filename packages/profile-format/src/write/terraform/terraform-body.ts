/** Part of a template: literal text, or an expression whose value is inserted. */
export type TemplatePart = { text: string } | { expression: string }

/** The value of an argument. */
export type TerraformValue =
  | { kind: 'template'; parts: readonly TemplatePart[] }
  /** A reference, e.g. `var.x`. */
  | { kind: 'expression'; code: string }
  /** A type or similar: a bare word in HCL, a string in JSON. */
  | { kind: 'keyword'; word: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'list'; items: readonly TerraformValue[] }
  | { kind: 'object'; fields: readonly TerraformArgument[] }

/** An argument of a block. */
export type TerraformArgument = readonly [name: string, value: TerraformValue]

/** A Terraform block, independent of the syntax. */
export interface TerraformBlock {
  type: string
  labels: readonly string[]
  arguments: readonly TerraformArgument[]
  blocks: readonly TerraformBlock[]
}

/** A configuration, before it is written in either syntax. */
export interface TerraformFile {
  /** Lines of the comment at the top. */
  comment: readonly string[]
  blocks: readonly TerraformBlock[]
}

/** A literal text. */
export const textValue = (text: string): TerraformValue => ({ kind: 'template', parts: [{ text }] })
/** A reference, as written in Terraform. */
export const expressionValue = (code: string): TerraformValue => ({ kind: 'expression', code })

/** Runs of signs are matched together whatever follows them; otherwise each sign would start a new attempt. */
const SIGNS = /([$%]+)(\{?)/g
const TRAILING = /(?<![$%])[$%]+$/

/**
 * The source of a template, in HCL and in JSON. What would begin an interpolation or a directive in a literal part is
 * doubled. Signs right before it, or before an expression, become interpolations of their own, because `$$${` is
 * ambiguous. `escape` is applied to every literal part first.
 */
export function templateSource(parts: readonly TemplatePart[], escape: (text: string) => string): string {
  return parts
    .map((part, index) => {
      if ('expression' in part) return `\${${part.expression}}`
      const next = parts[index + 1]
      return escapeLiteral(escape(part.text), next !== undefined && 'expression' in next)
    })
    .join('')
}

function escapeLiteral(text: string, isBeforeExpression: boolean): string {
  const escaped = text.replaceAll(SIGNS, (all, signs: string, brace: string) =>
    brace === '' ? all : `${apart(signs.slice(0, -1))}${signs.at(-1)?.repeat(2)}{`,
  )
  return isBeforeExpression ? escaped.replace(TRAILING, apart) : escaped
}

const apart = (signs: string): string => Array.from(signs, (sign) => `\${"${sign}"}`).join('')

const ESCAPED = /[\\"\p{Cc}\u2028\u2029\ufeff]/gu
const SHORT_ESCAPES = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
])

/** A template in quotes, as HCL writes it and as it can appear in an expression. */
export function quotedTemplate(parts: readonly TemplatePart[]): string {
  return `"${templateSource(parts, (text) => text.replaceAll(ESCAPED, escapeCharacter))}"`
}

const escapeCharacter = (character: string): string =>
  SHORT_ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
