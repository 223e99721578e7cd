import { MASK, isReferenceOnly } from '@waybill/layer-text'
import { anyOf } from './any-of.ts'
import { looksRandom } from './looks-random.ts'

/** Matches a text that is one of several kinds from its first character to its last. */
const whole = (kinds: readonly RegExp[]): RegExp => new RegExp(`^${anyOf(kinds)}$`)

/** Whether a value is a secret when somebody declared it one: not empty, not the mask, not only a reference. */
export function isLiteral(value: string): boolean {
  const text = value.trim()
  if (text === '' || text === MASK || isEncrypted(text) || FILLED_IN.test(text)) return false
  return !isReferenceOnly(text) || literalDefault(text) !== undefined
}

/** A variable or a value of a chart, with functions and nothing that could be a literal: `${X}`, `$(X)`, `{{ .Values.x | b64enc }}`. */
const FILLED_IN = whole([
  /\${1,2}\{[A-Za-z_]\w*\}/,
  /\$\([A-Za-z_]\w*\)/,
  /\{\{-? {0,4}[.$][\w.$]*(?: {0,4}\| {0,4}[A-Za-z]\w*){0,4} {0,4}-?\}\}/,
])

/** What SOPS encrypted is there for everybody to see, and of no use with another text in its place. */
export function isEncrypted(value: string): boolean {
  return /^\s*ENC\[AES256_GCM,data:[\w+/=-]*,iv:[\w+/=-]+,tag:[\w+/=-]+,type:\w+\]\s*$/.test(value)
}

const TEMPLATE = /^\{\{[^]*\}\}$/

/** A variable of a shell; two signs keep it from what reads the file before. */
const OF_A_SHELL = [/\${1,2}\{[^{}]*\}/, /\$\([^()]*\)/, /\${1,2}[A-Z_][A-Z0-9_]*/, /\$[a-z_][a-z_]*/, /%[A-Z_]+%/]
const OF_A_PROGRAM = [
  /\$\{\{[^{}]*\}\}/,
  /\$__[a-z]{2,12}\{[^{}]*\}/,
  /\$[a-z][\w-]*(?:\.[A-Za-z][\w-]*){2,}/,
  /\$[a-z][\w-]*:[A-Za-z][\w.-]*/,
  /%\([\w.-]+\)s/,
  /%\{[\w.:-]+\}/,
  /\(\([\w.:/-]+\)\)/,
  /#\{[\w.:-]+\}#?/,
  /@Microsoft\.KeyVault\([^()]*\)/,
  /\(@=? [^@]{1,200} @\)/,
  /<path:[^\s<>#]{1,300}#[^<>\r\n]{1,200}>/,
]
/** Where somebody is to write something: `<your token>`, `@TOKEN@`, `$kiln-admin-password`. */
const FOR_A_PERSON = [
  /@@?[A-Za-z_]+@@?/,
  /__[A-Z_]+__/,
  /\[[A-Za-z_ -]+\]/,
  /<[/|]?(?:base64|BASE64|[A-Za-z])(?:base64|BASE64|[A-Za-z _.:/|'-])*>/,
  /\{[A-Za-z]+(?:_[A-Za-z]+)*\}/,
  /\$[a-z]+-(?:[a-z]+-)*[A-Za-z]*(?:[Kk]ey|[Ss]ecret|[Tt]oken|[Pp]assword)/,
]
const VARIABLE = whole([...OF_A_SHELL, ...OF_A_PROGRAM, ...FOR_A_PERSON])

/** What names the place in a vault or store where the value lies. */
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

/** Filled in elsewhere as a whole: templates, shell and CI variables, `<placeholders>`, references of Terraform and Vault. */
export function isReference(text: string): boolean {
  if (/^[A-Za-z]/.test(text)) return ELSEWHERE.test(text)
  if (!/^[{$%@_<[#(]/.test(text)) return false
  if (literalDefault(text) !== undefined) return false
  return TEMPLATE.test(text) ? isOneTemplate(text) : VARIABLE.test(text)
}

/** Several templates with text between them are no reference: the text is a literal. */
function isOneTemplate(text: string): boolean {
  return (
    text.indexOf('}}') === text.length - 2 ||
    text.replaceAll(/\{\{[^{}]*\}\}/g, '').trim().length < 4 ||
    !/\{\{[^{}]*\}\}[^{}\s]{4,}/.test(text)
  )
}

/** `{{ .Release.Name }}-db`: words alone beside what is filled in, where nothing is quoted but the name of a template. */
export function isNameOfTemplates(text: string): boolean {
  const words = text.replaceAll(/\{\{(?:[^{}"'`]|\b(?:include|template) {1,4}"[\w.-]+")*\}\}/g, '')
  return words !== text && /^[a-z._-]*$/.test(words) && !looksRandom(words)
}

/** What stands behind `:?` is said to who did not set it; `${file:…}` and its like name where the value lies. */
const SHELL_DEFAULT =
  /^\${1,2}\{(?!(?:file|env|sys|vault|secrets?|directory|dir|configmap|ssm|config|base64|ref|aws|gcp|azure)\w{0,20}:(?!-))(?:[\w.-]+:(?![?+]|[-=]?\})[-=]?|[A-Z_][A-Z0-9_]*[-=])([^{}]+)\}$/
const TEMPLATE_DEFAULT = /(?:\bdefault\s+|\|\s*default\s+|\bdefault\()["'`]([^"'`]+)["'`]/
const TEMPLATE_LITERAL = /^\{\{-?\s*["'`]([^"'`]+)["'`]\s*(?:\|[^{}]*)?-?\}\}$/

/** The literal that a reference falls back to: `${X:-literal}`, `{{ .x | default "literal" }}`, `{{ "literal" | quote }}`. */
export function literalDefault(text: string): string | undefined {
  if (!text.startsWith('$') && !text.startsWith('{{')) return undefined
  const found =
    SHELL_DEFAULT.exec(text)?.[1] ??
    (text.startsWith('{{') ? (TEMPLATE_LITERAL.exec(text)?.[1] ?? TEMPLATE_DEFAULT.exec(text)?.[1]) : undefined)
  return found === undefined || found.trim() === '' || /^(?:\$|\{\{)/.test(found) || found === MASK ? undefined : found
}
