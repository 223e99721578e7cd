/** Part of a text: as it stands, or an expression whose value is put in its place. */
export type TemplatePart = { text: string } | { expression: string }

/** What can stand behind an argument. */
export type TerraformValue =
  | { kind: 'template'; parts: readonly TemplatePart[] }
  /** A reference, e.g. `var.x`. */
  | { kind: 'expression'; code: string }
  /** A type or the like, which stands bare in HCL and as a text in JSON. */
  | { kind: 'keyword'; word: string }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'list'; items: readonly TerraformValue[] }
  | { kind: 'object'; fields: readonly TerraformArgument[] }

/** An argument of a block. */
export type TerraformArgument = readonly [name: string, value: TerraformValue]

/** A block as Terraform knows it, written in HCL or in JSON. */
export interface TerraformBlock {
  type: string
  labels: readonly string[]
  arguments: readonly TerraformArgument[]
  blocks: readonly TerraformBlock[]
}

/** A configuration, before it is written in either syntax. */
export interface TerraformFile {
  /** Lines of a comment at its head. */
  comment: readonly string[]
  blocks: readonly TerraformBlock[]
}

/** A text that is taken literally. */
export const textValue = (text: string): TerraformValue => ({ kind: 'template', parts: [{ text }] })
/** A reference, as it is written. */
export const expressionValue = (code: string): TerraformValue => ({ kind: 'expression', code })

/** Signs are taken together whatever follows them, or each would begin a try of its own. */
const SIGNS = /([$%]+)(\{?)/g
const TRAILING = /(?<![$%])[$%]+$/

/**
 * The source of a template, in HCL and in JSON: what would begin an interpolation or a directive in a literal part is doubled.
 * Signs right before it, or before an expression, become interpolations of their own, because `$$${` can be read in two ways.
 * `escape` is given every literal part first.
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

/** A template in quotes, as HCL has it and as it may stand in an expression. */
export function quotedTemplate(parts: readonly TemplatePart[]): string {
  return `"${templateSource(parts, (text) => text.replaceAll(ESCAPED, escapeCharacter))}"`
}

const escapeCharacter = (character: string): string =>
  SHORT_ESCAPES.get(character) ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
