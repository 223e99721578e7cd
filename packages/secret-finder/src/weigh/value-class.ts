import { MASK, isReferenceOnly } from '@waybill/layer-text'
import { looksRandom } from './looks-random.ts'

/** What a value reads as. Everything but `name`, `prose`, `mixed` and `random` holds no secret. */
export type ValueClass =
  | 'nothing'
  | 'reference'
  | 'switch'
  | 'number'
  | 'amount'
  | 'path'
  | 'public'
  | 'address'
  | 'name'
  | 'prose'
  | 'mixed'
  | 'random'

const SWITCH =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|none|null|nil|auto|required|optional|undefined|~|n\/a|string|default|generated?|always|never|ifnotpresent|todo|tbd|bcrypt|scrypt|argon2(?:id?|d)?|pbkdf2|md5|sha-?(?:1|256|384|512)|[hrep]s(?:256|384|512)|@(?:hourly|daily|weekly|monthly|yearly|annually|midnight|reboot))$/i
const LONGEST_SWITCH = 12
const NUMBER =
  /^[-+]?(?:\d[\d_,]*(?:\.\d+)?(?:e[-+]?\d+)?|0x[0-9a-f]+|v?\d+(?:\.(?:\d+|x)){1,4}(?:[-+][\w.-]+)?|\d+(?:\.\d+)*\.v[0-9a-f_]{6,})$/i
/** Every unit stands once: of two ways to read one, each further amount would double the tries. */
const AMOUNT =
  /^(?:\d+(?:\.\d+)?\s?(?:ns|us|µs|ms|s|h|d|w|y|[kmgtpe]i?b?|%|bits?|bytes?|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?))+$/i
const FILE_NAME =
  /^[\w@.-]+\.(?:pem|key|crt|cer|cert|csr|jks|p12|pfx|kdbx?|ya?ml|json|toml|ini|conf|cfg|txt|env|properties|xml|sh|py|js|pub|asc|gpg|lic|license|keytab|token|password|passwd|secret|db|sql|tpl|tmpl|md|html?|png|svg|log|lock|kubeconfig|der)$/i
const PUBLIC =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S+|sk-\S+@openssh\.com|-----BEGIN (?:[A-Z0-9]+ )*(?:PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|X509 CRL|DH PARAMETERS)|sha(?:1|256|512)[:-]|LS0tLS1CRUdJTiBDRVJU|LS0tLS1CRUdJTiBQVUJM|age1[a-z0-9]{50}|[UAONCX][A-Z2-7]{55}$)/
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]{1,20}:\/\/\S*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:[a-z0-9][a-z0-9-]{0,62}\.)+[a-z]{2,18}(?::\d+)?(?:\/[\w./-]*)?|\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?|[\w.-]+:\d{2,5})$/i
const SIMPLE_NAME =
  /^(?:[a-z0-9]+(?:[-.][a-z0-9]+)+|[a-z]+|[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*|[A-Za-z]+(?:[_\-./: ][A-Za-z]+){0,1}(?:[_\-.][A-Za-z]+)*|[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+)$/

/** The class of a value as it stands for itself, decoded. */
export function classOf(value: string): ValueClass {
  const text = value.trim()
  if (text === '' || text === MASK || /^[*x.•#-]+$/i.test(text)) return 'nothing'
  if (isReference(text) || /^\\[A-Zdsw]\\/.test(text)) return 'reference'
  if (text.length > 4096) return PUBLIC.test(text) ? 'public' : 'mixed'
  if (text.length <= LONGEST_SWITCH && SWITCH.test(text)) return 'switch'
  if (/^[-+\dv]/i.test(text)) {
    if (NUMBER.test(text)) return 'number'
    if (AMOUNT.test(text)) return 'amount'
  }
  if (PUBLIC.test(text)) return 'public'
  // Most secrets have none of the signs that every path and address has: the patterns, which are dear, are left out.
  if (/[./\\~:@]/.test(text)) {
    if (isPath(text)) return 'path'
    if (ADDRESS.test(text)) return 'address'
  }
  if (text.includes('{{') && isNameOfTemplates(text)) return 'name'
  if (/\s/.test(text)) return isProse(text) ? 'prose' : 'mixed'
  if (looksRandom(text)) return 'random'
  if (SIMPLE_NAME.test(text)) return 'name'
  return 'mixed'
}

/** Whether a value is a secret when somebody declared it one: not empty, not the mask, not only a reference. */
export function isLiteral(value: string): boolean {
  const text = value.trim()
  if (text === '' || text === MASK || isEncrypted(text) || FILLED_IN.test(text)) return false
  return !isReferenceOnly(text) || literalDefault(text) !== undefined
}

/** A variable or a value of a chart, with functions and nothing that could be a literal: `${X}`, `$(X)`, `{{ .Values.x | b64enc }}`. */
const FILLED_IN =
  /^(?:\$\{[A-Za-z_]\w*\}|\$\([A-Za-z_]\w*\)|\{\{-? {0,4}[.$][\w.$]*(?: {0,4}\| {0,4}[A-Za-z]\w*){0,4} {0,4}-?\}\})$/

/** What SOPS encrypted is there for everybody to see, and of no use with another text in its place. */
export function isEncrypted(value: string): boolean {
  return /^\s*ENC\[AES256_GCM,data:[\w+/=-]*,iv:[\w+/=-]+,tag:[\w+/=-]+,type:\w+\]\s*$/.test(value)
}

const TEMPLATE = /^\{\{[^]*\}\}$/
const VARIABLE =
  /^(?:\$\{[^{}]*\}|\$\{\{[^{}]*\}\}|\$__[a-z]{2,12}\{[^{}]*\}|\$[a-z][\w-]*(?:\.[A-Za-z][\w-]*){2,}|\$[a-z][\w-]*:[A-Za-z][\w.-]*|\$\([^()]*\)|\$[A-Z_][A-Z0-9_]*|\$[a-z_][a-z_]*|%\([\w.-]+\)s|%[A-Z_]+%|%\{[\w.:-]+\}|@@?[A-Za-z_]+@@?|__[A-Z_]+__|\[[A-Za-z_ -]+\]|<[/|]?(?:base64|BASE64|[A-Za-z])(?:base64|BASE64|[A-Za-z _.:/|'-])*>|\(\([\w.:/-]+\)\)|\{[A-Za-z]+(?:_[A-Za-z]+)*\}|\$[a-z]+-(?:[a-z]+-)*[A-Za-z]*(?:[Kk]ey|[Ss]ecret|[Tt]oken|[Pp]assword)|@Microsoft\.KeyVault\([^()]*\)|#\{[\w.:-]+\}#?)$/
const ELSEWHERE =
  /^(?:(?:vault|op|awssm|gcpsm|secretref|file|azkv|kms|ssm|sm):[^\s]*[/#][^]*|env:[A-Z_][A-Z0-9_]*|arn:aws[\w-]*:(?:secretsmanager|ssm):[^]*|[a-z-]{0,20}(?:sm|kv|ssm|vault|secrets?|secret-?manager):\/\/[^]*|secretref:[^]*|ref\+[a-z]+:[^]*|secretkeyref[^]*|ENC\[AES256[^]*|Ag[A-D][A-Za-z0-9+/=]{300,})$/

/** Filled in elsewhere as a whole: templates, shell and CI variables, `<placeholders>`, references of Terraform and Vault. */
function isReference(text: string): boolean {
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
function isNameOfTemplates(text: string): boolean {
  const words = text.replaceAll(/\{\{(?:[^{}"'`]|\b(?:include|template) {1,4}"[\w.-]+")*\}\}/g, '')
  return words !== text && /^[a-z._-]*$/.test(words) && !looksRandom(words)
}

/** What stands behind `:?` is said to who did not set it; `${file:…}` and its like name where the value lies. */
const SHELL_DEFAULT =
  /^\$\{(?!(?:file|env|sys|vault|secrets?|directory|dir|configmap|ssm|config|base64|ref|aws|gcp|azure)\w{0,20}:(?!-))(?:[\w.-]+:(?![?+]|[-=]?\})[-=]?|[A-Z_][A-Z0-9_]*[-=])([^{}]+)\}$/
const TEMPLATE_DEFAULT = /(?:\bdefault\s+|\|\s*default\s+|\bdefault\()["'`]([^"'`]+)["'`]/
const TEMPLATE_LITERAL = /^\{\{-?\s*["'`]([^"'`]+)["'`]\s*(?:\|[^{}]*)?-?\}\}$/

/** The literal that a reference falls back to: `${X:-literal}`, `{{ .x | default "literal" }}`, `{{ "literal" | quote }}`. */
export function literalDefault(text: string): string | undefined {
  const found =
    SHELL_DEFAULT.exec(text)?.[1] ??
    (text.startsWith('{{') ? (TEMPLATE_LITERAL.exec(text)?.[1] ?? TEMPLATE_DEFAULT.exec(text)?.[1]) : undefined)
  return found === undefined || found.trim() === '' || /^(?:\$|\{\{)/.test(found) || found === MASK ? undefined : found
}

function isPath(text: string): boolean {
  if (/\s/.test(text)) return false
  if (FILE_NAME.test(text)) return true
  if (/^(?:~|\.{1,2})?\//.test(text) || /^[A-Za-z]:\\/.test(text))
    return text.split('/').every((part) => part.length < 40 && !looksRandom(part))
  return (
    /^[\w.@-]+(?:\/[\w.@*-]+)+(?::[\w.-]+)?$/.test(text) &&
    !text.split('/').some(looksRandom) &&
    !looksRandom(text.replaceAll('/', ''))
  )
}

function isProse(text: string): boolean {
  const words = text.split(/\s+/)
  return (
    words.length >= 2 &&
    words.filter((word) => /^[("'`]?[\p{L}'-]{1,20}[.,:;!?)"'`]*$/u.test(word)).length >= words.length * 0.7
  )
}
