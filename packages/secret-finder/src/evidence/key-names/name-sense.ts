import { splitWords } from './split-words.ts'
import {
  ABOUT,
  ABOUT_WITHOUT_SPACES,
  JOINED_PASSWORD,
  JOINED_SECRET,
  CODE_KINDS,
  KEY_KINDS,
  KEY_QUALITIES,
  LEADING_ABOUT,
  LEADING_KEYS,
  LEADING_PASSWORDS,
  LEFT_BEHIND,
  MAYBES,
  MISLEADING,
  NAMES_A_SECRET,
  NEVER,
  NOT_JOINED,
  OPENED,
  PASSWORDS,
  PHRASES,
  SECRET_KINDS,
  SECRETS,
  TOKEN_KEYS,
  TOKENS,
  TRAILERS,
  WITHOUT_SPACES,
} from './vocabulary.ts'

/**
 * What a name tells about its value. `password`: secret whatever the value is; `token`: secret unless the value only
 * refers to one; `secret`: secret unless the value reads as a name; `maybe`: secret if the value looks random; `about`:
 * the value describes or refers to a secret; `plain`: nothing.
 */
export type NameSense = 'password' | 'token' | 'secret' | 'maybe' | 'about' | 'plain'

const known = new Map<string, NameSense>()
const MAX_KNOWN = 20_000
const LONGEST_NAME = 120

/** The sense of the name of a key, an argument or a variable. Names repeat a lot, so each is judged once. */
export function senseOf(name: string): NameSense {
  if (name.length > LONGEST_NAME || name === '') return 'plain'
  const before = known.get(name)
  if (before !== undefined) return before
  const said = judge(name)
  const sense = said === 'plain' ? judgeLookAlike(name) : said
  // Bounded, so that hostile keys cannot grow it.
  if (known.size < MAX_KNOWN) known.set(name, sense)
  return sense
}

/** Cyrillic and Greek letters, each above the Latin letter that it looks like. */
const LOOKS = 'асԁеһіјкӏорѕтԝхуАВСЕНІКМОРЅТХУαορκνιΟΡΑΚΕΤ'
const LATIN = 'acdehijklopstwxyABCEHIKMOPSTXYaopkviOPAKET'

/** Judges a name with full-width letters or look-alikes from other alphabets by the name that it looks like. */
function judgeLookAlike(name: string): NameSense {
  if (/^[ -~]*$/.test(name)) return 'plain'
  const looks = Array.from(name.normalize('NFKC'), (letter) => LATIN[LOOKS.indexOf(letter)] ?? letter).join('')
  return looks !== name && /^[ -~]+$/.test(looks) ? judge(looks) : 'plain'
}

/** Whether a name alone suggests a secret. */
export function namesCredential(name: string): boolean {
  const sense = senseOf(name)
  return sense === 'password' || sense === 'token' || sense === 'secret'
}

function judge(name: string): NameSense {
  if (WITHOUT_SPACES.some((word) => name.includes(word))) return ABOUT_WITHOUT_SPACES.test(name) ? 'about' : 'password'
  const words = splitWords(name)
  const all = words.length
  if (MISLEADING.test(words.join(' '))) return 'about'
  while (words.length > 1 && isTrailer(words)) words.pop()
  if (words.length === 0) return 'plain'
  const speaks = words.some((word) => isCredentialWord(singular(word)))
  // `enable password` is the privileged password of a switch or router, not a switch for passwords.
  if (/^enable (?:password|secret)$/.test(words.join(' '))) return 'secret'
  if (words.some((word) => NEVER.has(word)) && !isPublicToken(words)) return speaks ? 'about' : 'plain'
  if (words.length > 1 && LEADING_ABOUT.test(words[0] ?? '')) return speaks ? 'about' : 'plain'
  const last = singular((words.at(-1) ?? '').replace(/(?<=\D)\d{1,4}$/, ''))
  const sense = senseOfHead(last, singular(words.at(-2) ?? ''), words)
  if (sense !== 'plain') return sense
  if (leadsPassword(words) || (words.length === 2 && PASSWORDS.has(words[0] ?? '') && OPENED.test(last)))
    return 'password'
  if (leadsKey(words)) return 'secret'
  if (ABOUT.has(words.at(-1) ?? '') || ABOUT.has(last)) return speaks && all > 1 ? 'about' : 'plain'
  return words.some((word) => isStrong(singular(word))) ? 'maybe' : 'plain'
}

function senseOfHead(last: string, before: string, words: readonly string[]): NameSense {
  if (PASSWORDS.has(last) || PHRASES.has(`${before}_${last}`) || PHRASES.has(`${words.at(-3) ?? ''}_${last}`))
    return 'password'
  if (last === 'secret') return senseOfSecret(before)
  if (last === 'store') return before === 'key' || before === 'trust' ? 'maybe' : 'plain'
  if (last === 'code') return CODE_KINDS.has(before) ? 'secret' : 'plain'
  if (last === 'key') return senseOfKey(before, words)
  if (last === 'community') return words.includes('snmp') ? 'secret' : words.length === 1 ? 'maybe' : 'plain'
  if (last === 'auth' && /^(?:redis|valkey|keydb|memcached|sentinel)$/.test(before)) return 'secret'
  if (last === 'cookie' && before === 'erlang') return 'token'
  if (last === 'credential' && before === 'bind') return 'password'
  if (last === 'credential' && /^(?:ldap|search|manager|directory|domain)$/.test(before)) return 'secret'
  if (words.at(-1) === 'md5') return /^(?:bgp|ospf|isis|peer|neighbor|vrrp|tcp)$/.test(before) ? 'password' : 'plain'
  if (last === 'id' && /^(?:api)?key$/.test(before) && /api/.test(words.at(-3) ?? before)) return 'maybe'
  if (last === 'id' && before === 'token' && words.includes('root')) return 'token'
  if (last === 'id')
    return before === 'secret' ? 'secret' : before === 'license' || before === 'licence' ? 'maybe' : 'plain'
  if (last === 'url' || last === 'uri')
    return /^(?:sas|webhook|hook|dsn|connection|signed|presigned)$/.test(before) ? 'maybe' : 'plain'
  if (last === 'string') return before === 'connection' || before === 'conn' ? 'secret' : 'plain'
  // A token that identifies a cluster is usually a plain name.
  if (last === 'token' && before === 'cluster' && words.includes('initial')) return 'secret'
  if (last === 'login') return before.endsWith('sonar') ? 'maybe' : 'plain'
  if (last === 'token' || TOKENS.has(last)) return 'token'
  if (SECRETS.has(last)) return last === 'credential' ? 'maybe' : 'secret'
  if (NOT_JOINED.test(last)) return 'plain'
  if (JOINED_PASSWORD.test(last)) return 'password'
  if (last.endsWith('secret') && SECRET_KINDS.has(last.slice(0, -'secret'.length))) return 'token'
  if (JOINED_SECRET.test(last)) return 'secret'
  if (MAYBES.has(last) || last.endsWith('key')) return 'maybe'
  return 'plain'
}

/** `clientSecret` is a secret, `tlsSecret` the name of one; others may be either. */
function senseOfSecret(before: string): NameSense {
  if (NAMES_A_SECRET.has(before)) return 'maybe'
  return SECRET_KINDS.has(before) ? 'token' : 'secret'
}

/** True for `senha_root`, but not for `senha_host` or `contrasena_olvidada`. */
function leadsPassword(words: readonly string[]): boolean {
  const at = words.findIndex((word) => LEADING_PASSWORDS.has(word))
  const behind = words.slice(at + 1)
  return (
    at >= 0 &&
    behind.length > 0 &&
    !behind.some((word) => (ABOUT.has(word) && !PEOPLE.has(word)) || LEFT_BEHIND.test(word))
  )
}

const PEOPLE = new Set(['user', 'account', 'service', 'api', 'role'])

/** True for `cle_secrete`, but not for `clave_foranea`. */
function leadsKey(words: readonly string[]): boolean {
  const [last = '', before = ''] = words.toReversed()
  return LEADING_KEYS.has(before) && KEY_QUALITIES.test(last)
}

/** `public` makes a key harmless, but not a token or salt. */
function isPublicToken(words: readonly string[]): boolean {
  return /^(?:token|salt)$/.test(words.at(-1) ?? '') && words.every((word) => word === 'public' || !NEVER.has(word))
}

/** `secretKey` and `apiKey` are secrets, but `passwordSecretKey` and `tokenKey` name a key in a Secret. */
function senseOfKey(before: string, words: readonly string[]): NameSense {
  if (PASSWORDS.has(before) || before === 'credential') return 'maybe'
  if (before === 'secret' && words.length > 2 && isNamedSecret(words.slice(0, -2))) return 'maybe'
  if (TOKEN_KEYS.has(before) || (before === 'access' && words.at(-3) === 'secret')) return 'token'
  return KEY_KINDS.has(before) ? 'secret' : 'maybe'
}

function isNamedSecret(words: readonly string[]): boolean {
  return words.some(
    (word) => PASSWORDS.has(word) || ['user', 'username', 'token', 'existing', 'url', 'dsn', 'host'].includes(word),
  )
}

function isTrailer(words: readonly string[]): boolean {
  const last = words.at(-1) ?? ''
  return (
    /^\d+$/.test(last) || (TRAILERS.has(last) && words.slice(0, -1).some((word) => isCredentialWord(singular(word))))
  )
}

function isStrong(word: string): boolean {
  return PASSWORDS.has(word) || word === 'secret' || word === 'token' || JOINED_PASSWORD.test(word)
}

function isCredentialWord(word: string): boolean {
  return isStrong(word) || SECRETS.has(word) || word === 'key' || JOINED_SECRET.test(word) || MAYBES.has(word)
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && word !== 'pass' && !/(?:ss|us|is)$/.test(word)
    ? word.slice(0, -1)
    : word
}
