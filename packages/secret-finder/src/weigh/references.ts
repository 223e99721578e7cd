import { MASK, isReferenceOnly } from '@waybill/layer-text'
import { anyOf } from './any-of.ts'
import { looksRandom } from './looks-random.ts'

/** A pattern that matches a whole text of one of several kinds. */
const whole = (kinds: readonly RegExp[]): RegExp => new RegExp(`^${anyOf(kinds)}$`)

/** Whether a value that was declared a secret really is one: not empty, not the mask, not only a reference. */
export function isLiteral(value: string): boolean {
  const text = value.trim()
  if (text === '' || text === MASK || isEncrypted(text) || FILLED_IN.test(text)) return false
  return !isReferenceOnly(text) || literalDefault(text) !== undefined
}

/**
 * A variable or a chart value, with functions but no literals: `${X}`, `$(X)`, `{{ .Values.x | b64enc }}`. Dots stand
 * for what was left out, a remark in brackets for what may be; other words in brackets may be the value.
 */
const FILLED_IN = whole([
  /\${1,2}\{[A-Za-z_]\w*\}/,
  /\$\([A-Za-z_]\w*\)/,
  /\{\{-? {0,4}[.$A-Za-z_][\w.$]*(?: {0,4}\| {0,4}[A-Za-z]\w*){0,4} {0,4}-?\}\}/,
  /(?:\.{2,8}|…)|(?:(?:\.{2,8}|…) {1,4})?\((?:optional|required)(?: (?:for|if|in|when|with)(?: [A-Za-z_]{1,40}){1,8})?\)/,
])

/** SOPS-encrypted values are public by design, and useless if replaced. */
export function isEncrypted(value: string): boolean {
  return /^\s*ENC\[AES256_GCM,data:[\w+/=-]*,iv:[\w+/=-]+,tag:[\w+/=-]+,type:\w+\]\s*$/.test(value)
}

const TEMPLATE = /^\{\{[^]*\}\}$/

/**
 * Two dollar signs protect a shell variable from a program that reads the file first. They also write one dollar sign in a literal, so
 * only the form of a variable counts.
 */
const PROTECTED = [
  /\$\$\{(?:[A-Z_][A-Z\d_]*|[a-z_]+)(?::?[?+][^{}]*)?\}/,
  /\$\$[A-Z]{2,}\d{0,2}(?:_[A-Z]+\d{0,2})*/,
  /\$\$\([a-z][a-z-]{0,30}(?:\s[^()]*)?\)/,
]
const OF_A_SHELL = [/\$\{[^{}]*\}/, /\$\([^()]*\)/, /\$[A-Z_][A-Z0-9_]*/, /\$[a-z_][a-z_]*/, /%[A-Z_]+%/, ...PROTECTED]
const OF_A_PROGRAM = [
  /\$\{\{[^{}]*\}\}/,
  /\$__[a-z]{2,12}\{[^{}]*\}/,
  /\$[a-z][\w-]*(?:\.[A-Za-z][\w-]*){2,}/,
  /\$[a-z][\w-]*:[A-Za-z][A-Za-z_-]*(?:\.[A-Za-z][\w-]*)*/,
  /%\([\w.-]+\)s/,
  /%\{[\w.:-]+\}/,
  /\(\([\w.:/-]+\)\)/,
  /#\{[\w.:-]+\}#?/,
  /@Microsoft\.KeyVault\([^()]*\)/,
  /\(@=? (?:[^@"'`]|\[["'][\w.-]{1,60}["']\]){1,200} @\)/,
  /<path:[^\s<>#]{1,300}#[^<>\r\n]{1,200}>/,
]
/** A placeholder to be filled in by a person: `<your token>`, `@TOKEN@`, `$kiln-admin-password`. */
const FOR_A_PERSON = [
  /@@?[A-Za-z_]+@@?/,
  /__[A-Z_ ]+__/,
  /\[[A-Za-z_ -]+\]/,
  /<[/|]?(?:base64|BASE64|[A-Za-z])(?:base64|BASE64|[A-Za-z _.:/|'-])*>/,
  /\{[A-Za-z]+(?:_[A-Za-z]+)*\}/,
  /\$[a-z]+-(?:[a-z]+-)*[A-Za-z]*(?:[Kk]ey|[Ss]ecret|[Tt]oken|[Pp]ass(?:word)?)/,
]
const VARIABLE = whole([...OF_A_SHELL, ...OF_A_PROGRAM, ...FOR_A_PERSON])

/** The location of a value in a vault or store. */
const ELSEWHERE = whole([
  /(?:vault|op|awssm|gcpsm|secretref|file|azkv|kms|ssm|sm):[^\s]*[/#][^]*/,
  /env:[A-Z_][A-Z0-9_]*/,
  /arn:aws[\w-]*:(?:secretsmanager|ssm):[^]*/,
  /[a-z-]{0,20}(?:sm|kv|ssm|vault|secrets?|secret-?manager):\/\/[^]*/,
  /secretref:[^]*/,
  /ref\+[a-z]+:[^]*/,
  /secretkeyref[^]*/,
  /ENC\[AES256[^]*/,
  /Ag[A-D][A-Za-z0-9+/=]{300,}/,
])

/**
 * Whether a whole text is filled in from elsewhere: a template, variable, `<placeholder>`, or Terraform or Vault
 * reference.
 */
export function isReference(text: string): boolean {
  if (/^[A-Za-z]/.test(text)) return ELSEWHERE.test(text)
  if (!/^[{$%@_<[#(]/.test(text)) return false
  if (literalDefault(text) !== undefined) return false
  return TEMPLATE.test(text) ? isOneTemplate(text) : VARIABLE.test(text)
}

const PROTECTED_WORD = new RegExp(
  `^${anyOf([...PROTECTED, /(?:\$\$|\\\$)\{[A-Z_]+\d{0,2}\}?/, /(?:\$\$|\\\$)\([a-z][a-z-]{0,30}/])}[)}\\]>]*$`,
)

/** Whether a word of a command is, or begins, something protected from the first reader: `$$NAME`, `$${NAME}`, `\$(cat`. */
export function isProtected(word: string): boolean {
  return PROTECTED_WORD.test(word)
}

/** Several templates with text between them are not a reference but a literal. */
function isOneTemplate(text: string): boolean {
  return (
    text.indexOf('}}') === text.length - 2 ||
    text.replaceAll(/\{\{[^{}]*\}\}/g, '').trim().length < 4 ||
    !/\{\{[^{}]*\}\}[^{}\s]{4,}/.test(text)
  )
}

/** `{{ .Release.Name }}-db`: only words beside the templates, and nothing quoted except the name of a template. */
export function isNameOfTemplates(text: string): boolean {
  const words = text.replaceAll(/\{\{(?:[^{}"'`]|\b(?:include|template) {1,4}"[\w.-]+")*\}\}/g, '')
  return words !== text && /^[a-z._-]*$/.test(words) && !looksRandom(words)
}

/**
 * The text after `:?` is an error message for an unset variable; `${file:…}` and the like name the location of a value.
 */
const SHELL_DEFAULT =
  /^\${1,2}\{(?!(?:file|env|sys|vault|secrets?|directory|dir|configmap|ssm|config|base64|ref|aws|gcp|azure)\w{0,20}:(?!-))(?:[\w.-]+:(?![?+]|[-=]?\})[-=]?|[A-Z_][A-Z0-9_]*[-=])([^{}]+)\}$/
/** The literals that a function of a template is given, also behind values; not what `printf` puts values into. */
const TEMPLATE_DEFAULT =
  /(?<![\w.$])(?:default|or|coalesce|ternary|print|printf(?!\s{1,8}["'`][^"'`]*%))(?:\s{1,8}[.$][\w.$]{0,80}){0,8}[\s(]{1,8}["'`]([^"'`]+(?:["'`]\s{1,8}["'`][^"'`]+){0,4})["'`]/
const TEMPLATE_LITERAL = /^\{\{-?\s*["'`]([^"'`]+)["'`]\s*(?:\|[^{}]*)?-?\}\}$/

/**
 * The literal that a reference falls back to, or is: `${X:-literal}`, `{{ .x | default "literal" }}`, `{{ or .x
 * "literal" }}`, `{{ "literal" | quote }}`.
 */
export function literalDefault(text: string): string | undefined {
  if (!text.startsWith('$') && !text.startsWith('{{')) return undefined
  const found =
    SHELL_DEFAULT.exec(text)?.[1] ??
    (text.startsWith('{{') ? (TEMPLATE_LITERAL.exec(text)?.[1] ?? TEMPLATE_DEFAULT.exec(text)?.[1]) : undefined)
  return found === undefined || found.trim() === '' || /^(?:\$|\{\{)/.test(found) || found === MASK ? undefined : found
}
