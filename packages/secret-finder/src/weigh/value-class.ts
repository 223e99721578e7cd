import { MASK } from '@waybill/layer-text'
import { anyOf, anyWordOf } from './any-of.ts'
import { looksRandom } from './looks-random.ts'
import { isNameOfTemplates, isReference } from './references.ts'

/** The class of a value. Only `name`, `prose`, `mixed` and `random` can contain a secret. */
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

/** Values of settings: whether, how or when. */
const SWITCHES = anyWordOf(`
  true false yes no on off enabled? disabled? none null nil auto required optional undefined ~ n/a string default generated?
  always never ifnotpresent todo tbd
  bcrypt scrypt argon2(?:id?|d)? pbkdf2 md5 sha-?(?:1|256|384|512) [hrep]s(?:256|384|512)
  @(?:hourly|daily|weekly|monthly|yearly|annually|midnight|reboot)
`)
const SWITCH = new RegExp(`^${SWITCHES}$`, 'i')
const LONGEST_SWITCH = 12
const NUMBER = new RegExp(
  `^${anyOf([
    /[-+]?(?:\d[\d_,]*(?:\.\d+)?(?:e[-+]?\d+)?|0x[0-9a-f]+|v?\d+(?:\.(?:\d+|x)){1,4}(?:[-+][\w.-]+)?)/,
    /[-+]?\d+(?:\.\d+)*\.v[0-9a-f_]{6,}/,
  ])}$`,
  'i',
)
/** Each unit has only one spelling here: with two ways to read one, every further amount would double the attempts. */
const AMOUNT =
  /^(?:\d+(?:\.\d+)?\s?(?:ns|us|µs|ms|s|h|d|w|y|[kmgtpe]i?b?|%|bits?|bytes?|sec(?:ond)?s?|min(?:ute)?s?|hours?|days?))+$/i
const ENDINGS = anyWordOf(`
  pem key crt cer cert csr jks p12 pfx kdbx? der pub asc gpg lic license keytab kubeconfig
  token password passwd secret db sql log lock
  ya?ml json toml ini conf cfg txt env properties xml sh py js tpl tmpl md html? png svg
`)
const FILE_NAME = new RegExp(String.raw`^[\w@.-]+\.${ENDINGS}$`, 'i')
/** The beginnings of public keys and certificates. */
const PUBLIC = new RegExp(
  `^${anyOf([
    /ssh-(?:rsa|dss|ed25519)/,
    /ecdsa-sha2-\S+/,
    /sk-\S+@openssh\.com/,
    /-----BEGIN (?:[A-Z0-9]+ )*(?:PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|X509 CRL|DH PARAMETERS)/,
    /sha(?:1|256|512)[:-]/,
    /LS0tLS1CRUdJTi(?:BDRVJU|BQVUJM)/,
    /MII[\w+/]{3}CC[\w+/]{3}gAwIBAg[\w+/=\s]*$/,
    /age1[a-z0-9]{50}/,
    /[UAONCX][A-Z2-7]{55}$/,
  ])}`,
)
const ADDRESS = new RegExp(
  `^${anyOf([
    /[a-z][a-z0-9+.-]{1,20}:\/\/\S*/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /(?:[a-z0-9][a-z0-9-]{0,62}\.)+[a-z]{2,18}(?::\d+)?(?:\/[\w./-]*)?/,
    /\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d+)?/,
    /[\w.-]+:\d{2,5}/,
  ])}$`,
  'i',
)
/** A single word, or several joined by one kind of sign or by capitals, as people name things. */
const SIMPLE_NAME = new RegExp(
  `^${anyOf([
    /[a-z0-9]+(?:[-.][a-z0-9]+)+/,
    /[a-z]+/,
    /[A-Z]+/,
    /[A-Z]?[a-z]+(?:[A-Z][a-z]+)*/,
    /[A-Za-z]+(?:[_\-./: ][A-Za-z]+){0,1}(?:[_\-.][A-Za-z]+)*/,
    /[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)+/,
  ])}$`,
)

/** The class of a decoded value. */
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
  // Most secrets have none of the signs that every path and URL has, so the expensive patterns are skipped for them.
  if (/[./\\~:@]/.test(text)) {
    if (isPath(text) || text.split(',').every(isPath)) return 'path'
    if (ADDRESS.test(text)) return 'address'
  }
  if (text.includes('{{') && isNameOfTemplates(text)) return 'name'
  if (/\s/.test(text)) return isProse(text) ? 'prose' : 'mixed'
  if (looksRandom(text)) return 'random'
  if (SIMPLE_NAME.test(text)) return 'name'
  return 'mixed'
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
