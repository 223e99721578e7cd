import { namesCredential } from '../key-names/name-sense.ts'
import { saysItsName } from '../key-names/says-its-name.ts'
import { splitWords } from '../key-names/split-words.ts'
import { judgeValue, type ToDefault, type Verdict } from '../../weigh/judge.ts'
import { looksRandom, UUID } from '../../weigh/looks-random.ts'
import { isLiteral, literalDefault } from '../../weigh/references.ts'
import { classOf } from '../../weigh/value-class.ts'
import type { Hit } from '../hit.ts'
import type { Leaf } from './leaves.ts'

/**
 * Judges a scalar by the names above and beside it. Returns ranges of its value: of the secret parts, or the whole
 * value.
 */
export function judgeLeaf(leaf: Leaf, value: string, toDefault: ToDefault): Hit[] {
  const { sense, isContained, isTyped } = leaf
  if (sense === 'about') return /file$/i.test(leaf.name) ? keyLines(value) : []
  const literal = literalDefault(value.trim())
  if (literal !== undefined && (sense === 'password' || sense === 'token' || sense === 'secret'))
    return inside(value, literal, { reason: 'key-name', strength: 'likely' })
  if (repeatsItsName(leaf, value)) return []
  if (isPin(leaf, value)) return whole(value, { reason: 'key-name', strength: 'likely' })
  if (isBasicUser(leaf, value)) return [{ start: 0, end: value.length, reason: 'structure', strength: 'certain' }]
  // Assignments are judged one by one by the rules for free text.
  if (sense !== 'password' && /^[ \t]*[A-Za-z_][\w.]{1,60}[ \t]{1,8}=[ \t]/m.test(value)) return []
  const listed = sense === 'plain' && /userlist|htpasswd|chpasswd/i.test(leaf.name) ? pairsOfLines(value) : []
  if (listed.length > 0) return listed
  const isHeld = sense === 'plain' && isContained && !TELLS_HOW.test(leaf.name) && !isOwnerId(leaf.name, value)
  if (isHeld) return judgeContained(value, toDefault, isTyped)
  if (/users?\.txt$/i.test(leaf.name)) return linesInTurn(value)
  if (/passwd/i.test(leaf.name) && value.includes('\n')) return loginsOfHosts(value)
  if (sense === 'maybe' && /auth|cred/i.test(leaf.name)) {
    const pair = typedPair(value)
    if (pair.length > 0) return pair
  }
  if (KEY_STORE.test(leaf.name) && isPacked(value)) return whole(value, { reason: 'structure', strength: 'likely' })
  if (sense === 'plain' && /^(?:(?:super_?|local_?)?users?|log_?in|account|bgp_?peers?)$/i.test(leaf.name))
    return typedPair(value)
  if (sense !== 'plain' && /^(?:public|reference)$/.test(classOf(value))) return []
  if ((sense === 'token' || sense === 'secret') && isSettings(value)) return []
  if (sense !== 'password' && sense !== 'plain' && /[\s:,;]/.test(value.trim())) {
    const parts = partsMade(value)
    if (parts.length > 0 || sense === 'maybe') return parts
  }
  const verdict = judgeValue({ sense, value, toDefault, isTyped })
  if (!verdict) return []
  const isNamed = sense === 'token' || sense === 'secret'
  if (isNamed && HOLDS_ITSELF.test(leaf.name) && /[a-z]/.test(value))
    return whole(value, { ...verdict, strength: 'likely' })
  return whole(value, namesKey(leaf.name, value) ? { ...verdict, strength: 'possible' } : verdict)
}

/**
 * Environment variables and paths in a store, which contain the secret itself; a chart's setting may contain the name
 * of a Secret.
 */
const HOLDS_ITSELF = /^(?:[A-Z\d_]*(?:CLIENT_SECRET|SECRET_(?:ACCESS_)?KEY)|[\w-]+(?:\/[\w.-]+){2,8})$/

/** The values of these keys are words from a list, even among secrets. */
const TELLS_HOW = /(?:^|[a-z_-])(?:algorithm|alg|method|mode|type|kind|format|class|version|strategy|scheme|policy)$/i

/** Identifies the owner of a secret, not the secret: `userID: 08a8684b-…`. */
function isOwnerId(name: string, value: string): boolean {
  return /(?:[a-z]I[dD]|[-_]id)$/.test(name) && !/sess(?:ion)?[-_]?id$/i.test(name) && UUID.test(value)
}

/**
 * The label of a field, the key in a Secret (`privateKey: privateKey`) or the name of a Secret (`slack-hook-secret:
 * slack-hook`).
 */
function repeatsItsName({ name, sense }: Leaf, value: string): boolean {
  if (sense !== 'password' && (value === name || /^[-_.]?secret$/i.test(behind(name, value))))
    return splitWords(value).length > 1
  return saysItsName(name, value) || isNameWithHyphens(name, value, sense === 'password' ? 3 : 2)
}

/** A key in a Secret: `smtpUserPassword: smtp-user-password`. A variable in capitals holds what it says. */
function isNameWithHyphens(name: string, value: string, least: number): boolean {
  if (!/[a-z][A-Z]/.test(name) || !/^[a-z\d]+(?:-[a-z\d]+)+$/.test(value)) return false
  const words = splitWords(name)
  return words.length >= least && words.join('-') === value
}

function behind(name: string, value: string): string {
  return name.startsWith(value) ? name.slice(value.length) : ''
}

/** The code of a door or telephone; an unquoted number is a count or selection. */
function isPin({ name, isTyped }: Leaf, value: string): boolean {
  return !isTyped && /(?:^|[^a-z])pin(?:_?code)?$|[a-z]Pin(?:Code)?$/i.test(name) && /^\d{4,8}$/.test(value)
}

const KEY_IN_SECRET =
  /^(?:(?:admin|root|user|client|api|access|secret|auth)[-_. ]?)?(?:password|passwd|token|secret|key|auth)$/i

const KEY_OF_KEY = /key_?secret_?key$/i
const NAMED_KEY = /^[a-z]+(?:[-.][a-z]+)*[-.](?:key|token|secret|password)$/

/** `secretKey: password` and `apiKeySecretKey: shop-api-key` name the key in a Secret. */
function namesKey(name: string, value: string): boolean {
  return (
    /key$/i.test(name) && (KEY_IN_SECRET.test(value.trim()) || (KEY_OF_KEY.test(name) && NAMED_KEY.test(value.trim())))
  )
}

/** For values in a container of secrets: those that look random, and the values of `name=value`. */
function judgeContained(value: string, toDefault: ToDefault, isTyped: boolean): Hit[] {
  if (classOf(value) === 'public' || isNamedSettings(value)) return []
  const pair = /^([\w.-]{1,80}[=:])([^\s/:]+)\s*$/.exec(value)
  if (pair?.[1] && pair[2] && classOf(pair[2]) !== 'reference')
    return judgeContained(pair[2], toDefault, false).map((hit) => ({
      ...hit,
      start: hit.start + (pair[1]?.length ?? 0),
      end: hit.end + (pair[1]?.length ?? 0),
    }))
  const pairs = value.includes('\n') ? pairsOfLines(value) : []
  if (pairs.length > 0) return pairs
  if (isTypedIn(value) || isWordWithNumber(value))
    return whole(value, { reason: 'structure', strength: toDefault === 'equal' ? 'possible' : 'likely' })
  const verdict = judgeValue({ sense: 'maybe', value, toDefault, isTyped })
  return verdict ? whole(value, { ...verdict, reason: 'structure' }) : []
}

/** The passwords in a text in which every line is a user and a password: `root:x`, `"shop" "x"`. */
function pairsOfLines(value: string): Hit[] {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0 || !lines.every((line) => PAIR.test(line))) return []
  return [...value.matchAll(new RegExp(PAIR, 'gm'))].flatMap((found) => {
    const password = found[1] ?? ''
    const start = found.index + found[0].lastIndexOf(password)
    return isLiteral(password) && classOf(password) !== 'reference' && password !== MADE_AT_START
      ? [{ start, end: start + password.length, reason: 'structure', strength: 'likely' }]
      : []
  })
}

/** Settings of which some have a secret's name, so the others are not secrets: free text judges each by its name. */
function isNamedSettings(value: string): boolean {
  const lines = value.split('\n').filter((line) => line.trim() !== '')
  const names = lines.map((line) => /^[ \t]*(?:export[ \t]{1,4})?([\w.-]{1,80})[ \t]{0,4}=/.exec(line)?.[1])
  return names.every((name) => name !== undefined) && names.some((name) => namesCredential(name ?? ''))
}

/** Lines that alternate between a user and a password, as vsftpd reads them. */
function linesInTurn(value: string): Hit[] {
  const lines = [...value.matchAll(/^[ \t]*(\S+)[ \t]*$/gm)]
  const isTurn =
    lines.length % 2 === 0 &&
    lines.every(([, word = ''], at) => at % 2 === 0 || isTypedIn(word) || isWordWithNumber(word))
  return isTurn ? lines.filter((_, at) => at % 2 === 1).map(wordOf) : []
}

/** Logins per host: `smtp.example.org:mailer:x`, `[smtp.example.org]:587 mailer:x`. */
function loginsOfHosts(value: string): Hit[] {
  const login = /^[ \t]*\[?[\w.*-]{1,80}\]?(?::\d{1,5})?[ \t:]{1,8}[\w.@-]{1,80}:([^\s:]{3,200})[ \t]*$/gm
  return [...value.matchAll(login)]
    .filter(([, word = '']) => isLiteral(word) && classOf(word) !== 'reference')
    .map(wordOf)
}

function wordOf(found: RegExpMatchArray): Hit {
  const word = found[1] ?? ''
  const start = (found.index ?? 0) + found[0].lastIndexOf(word)
  return { start, end: start + word.length, reason: 'structure', strength: 'likely' }
}

/** `users: "elastic:x"`, unless the part after the colon is a role. */
function typedPair(value: string): Hit[] {
  const [, password = ''] =
    /^(?:\d{1,3}(?:\.\d{1,3}){3}:\d{1,10}|[\w.@-]{1,60}):([^\s:/]{8,200})(?::\w{0,20}){0,4}$/.exec(value.trim()) ?? []
  if (!isTypedIn(password) && !/^[a-z]{4,}\d{2,}$/.test(password)) return []
  const start = value.indexOf(password)
  return [{ start, end: start + password.length, reason: 'structure', strength: 'likely' }]
}

const KEY_STORE = /(?:key_?store|jks|p12|pfx|pkcs12)$/i

/** Base64 of bytes, on one or more lines. */
function isPacked(value: string): boolean {
  const text = value.trim()
  return /^[A-Za-z0-9+/\s]{64,}={0,2}$/.test(text) && /\d/.test(text)
}

/** The content of a key file where its name was expected: only lines of a key. */
function keyLines(value: string): Hit[] {
  const lines = value.trim().split(/\s+/)
  const isKey = lines.every((line) => line.length >= 32 && classOf(line) === 'random')
  return isKey ? whole(value, { reason: 'structure', strength: 'likely' }) : []
}

/** cloud-init generates a password for this value. */
const MADE_AT_START = 'RANDOM'

const PAIR =
  /^[ \t]*["']?[\w.@*-]{1,60}["']?(?:[ \t]{0,4}[:=][ \t]{0,4}|[ \t]{1,8})["']?([^\s"':/]{3,200})["']?[ \t]*$/m

/** Connection settings, in which free text finds the secrets: `host=db user=shop passfile=/run/pw`. */
function isSettings(value: string): boolean {
  const parts = value
    .trim()
    .split(value.includes(';') ? /;\s{0,4}/ : /\s{1,4}/)
    .filter((part) => part !== '')
  return (
    parts.length > 1 &&
    parts.every((part) => /^[\w .-]{1,40}=[^=]*$/.test(part) && !looksRandom(part.replace(/^[^=]*=/, '')))
  )
}

/** A word with a number, longer than the names of numbered things. */
function isWordWithNumber(value: string): boolean {
  return /^[a-z]{9,}\d{2,}$/.test(value)
}

/** Looks like a password that a person made up: digits and both cases, or a sign that no name has. */
function isTypedIn(value: string): boolean {
  return (
    classOf(value) === 'mixed' &&
    value.length >= 8 &&
    value.length < 64 &&
    /[A-Za-z]/.test(value) &&
    /\d/.test(value) &&
    /[A-Z_!@#$%^&*+]/.test(value) &&
    !/[\s:/<>(){}]/.test(value)
  )
}

/** `auth` in Docker's configs and basic authentication: user and password in base64, so all of it must be masked. */
function isBasicUser({ name, sense }: Leaf, value: string): boolean {
  if (sense !== 'maybe' || !/auth|basic|cred/i.test(name) || !/^[A-Za-z0-9+/]{6,}={0,2}$/.test(value.trim()))
    return false
  try {
    return /^[\x21-\x7e]{1,80}:[\x20-\x7e]{2,}$/.test(atob(value.trim()))
  } catch {
    // Not base64 after all.
    return false
  }
}

/** The parts of a line with several words that look random: `admin:x`, `3 rfc4106(gcm(aes)) x 128`. */
function partsMade(value: string): Hit[] {
  if (value.length > 4096 || /[\r\n]/.test(value.trim())) return []
  // The host and path of a URL remain, so that it still tells where it leads.
  const isAddress = value.includes('://')
  const part = isAddress ? /[^\s:,;"'()<>{}/@?&=#]{8,}/g : /[^\s:,;"'()<>{}]{8,}/g
  return [...value.matchAll(part)]
    .filter((found) => looksRandom(found[0]) && !(isAddress && namesFile(found)))
    .map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      reason: 'key-name',
      strength: 'likely',
    }))
}

/** A file name, or the fingerprint of a key after the file that contains it. */
function namesFile({ 0: word, index, input = '' }: RegExpMatchArray): boolean {
  return classOf(word) === 'path' || (input[(index ?? 0) - 1] === '#' && /^[0-9A-F]{40}$/i.test(word))
}

function inside(value: string, literal: string, verdict: Verdict): Hit[] {
  const start = value.indexOf(literal)
  return [{ start, end: start + literal.length, ...verdict }]
}

function whole(value: string, verdict: Verdict): Hit[] {
  return [{ start: 0, end: value.length, ...verdict }]
}
