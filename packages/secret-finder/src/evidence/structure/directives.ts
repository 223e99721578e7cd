import { looksRandom } from '../../weigh/looks-random.ts'
import { classOf } from '../../weigh/value-class.ts'
import type { Hit } from '../hit.ts'
import { isQuietlySecret } from './assignments.ts'
import { senseOf } from '../key-names/name-sense.ts'

/** A name and its value with nothing but space between: `requirepass x`, `--token x`, `IDENTIFIED BY 'x'`, netrc. */
const DIRECTIVE =
  /(?<![\w.$\-\p{L}])(-{0,2}[\p{L}_][\w.-]{1,60})[ \t]{1,8}("[^"\r\n]{1,512}"|'[^'\r\n]{1,512}'|[^\s"'`]{3,512})/gu
const HEADER =
  /(?<![\w-])(?:Bearer|Basic|Token|Splunk|ApiKey|Api-Key|GenieKey|SharedAccessSignature|Negotiate|NTLM)[ \t]{1,4}([\w.~+/=:|-]{8,2048})/gi
const HEADER_NAME =
  /(?<![\w-])((?:X-|Private-|Job-|Api-|Authorization|Proxy-|Cookie|PRIVATE-)[\w-]{0,40})["']?[ \t]{0,4}:[ \t]{0,4}["']?(?!Bearer|Basic|Token)([^\s"'`,;]{6,1024})/gi
const SQL =
  /\b(?:IDENTIFIED[ \t]{1,8}(?:WITH[ \t]{1,8}\S{1,40}[ \t]{1,8})?BY(?=[ \t])|(?:ENCRYPTED[ \t]{1,8})?PASSWORD(?=[ \t=])|PASSWORD[ \t]{0,8}\()[ \t]{0,8}=?[ \t]{0,8}(?:PASSWORD[ \t]{1,8})?(["'])([^"'\r\n]{1,256})\1/gi
const XML = /<([\w.:-]{2,60})(?:[ \t][^<>]{0,200})?>([^<>\r\n]{2,512})<\/\1>/g
const XML_NAMED = /<[\w:.-]{2,60}[ \t]{1,8}(?:name|key|id)=["']([\w.-]{2,80})["'][^<>]{0,80}>([^<>\r\n]{2,512})<\//g
const XML_PAIR =
  /\b(?:name|key|id)[ \t]{0,4}=[ \t]{0,4}["']([\w.-]{2,80})["'][^<>]{0,80}?\bvalue[ \t]{0,4}=[ \t]{0,4}["']([^"'<>\r\n]{2,512})["']/g
const CURL_USER = /(?<!\S)(?:-u|--user|--proxy-user|-U)(?:[ \t]{1,4}|=)["']?([^\s"':]{1,80}):([^\s"']{2,256})/g
const CLIENT_PASSWORD =
  /(?<![\w-])(?:mysql|mysqldump|mysqladmin|mariadb|redis-cli|sshpass|mongosh?|mongodump|ldapsearch|ldapadd|docker[ \t]+login|az[ \t]+login|sqlcmd|isql|smbclient|skopeo[ \t]+login|ipmitool|openssl[ \t]+enc|helm[ \t]+registry[ \t]+login)\b[^\r\n|]{0,200}?[ \t]-(?:p[ \t]?|a[ \t]|w[ \t]|P[ \t]|k[ \t])["']?([^\s"'-][^\s"']{3,200})/g
/** What one program hands to the next, which takes it as a password. */
const PIPED =
  /\b(?:echo|printf)[ \t]{1,4}(?:-n[ \t]{1,4})?["']?([^\s"'|%]{4,200})["']?[ \t]{0,4}\|[^\r\n|]{0,120}?(?:--password-stdin|--passphrase-fd|passwd\b|sudo[ \t]+-S)/g
/** Devices of networks: a key behind the server, a passphrase behind its algorithm. */
const SENTINEL = /\bauth-pass[ \t]{1,4}[\w.-]{1,80}[ \t]{1,4}([^\s"']{4,200})/g
const DEVICE_KEY =
  /\b(?:tacacs|radius)[\w-]{0,20}[ \t][^\r\n"']{0,80}?\bkey[ \t]{1,4}(?:\d[ \t]{1,4})?([^\s"']{4,128})/gi
const SNMP_USER = /\b(?:MD5|SHA(?:-?\d{3})?|AES(?:-?\d{3})?|DES)[ \t]{1,4}"?([^\s"']{8,128})"?/g
/** A user and a password behind a word for logging in. */
const USER_PAIR =
  /(?<![\w-])(?:auth|login|user|credentials?|proxy-user)(?:[ \t]{1,4}|=)([\w.-]{1,40}):([^\s"'/:@]{4,200})/g
const PGPASS = /^[ \t]*[\w.*-]{1,80}:(?:\d{1,5}|\*):[\w.*-]{1,80}:[\w.*-]{1,80}:(\S{2,200})[ \t]*$/gm
/** As people tell each other: `old root password was x`. */
const TOLD =
  /(?<![\w-])(?:passwords?|passphrase|passwd|pwd|secret|token|api[ -]?key)[ \t]{1,4}(?:is|was|were|to|be|are|ist|war|lautet|est|es)(?:[ \t]{0,4}:)?[ \t]{1,4}["'`]?([^\s"'`,;]{8,128})/gi
const SET_ARGUMENT =
  /(?<!\S)--(?:set|set-string|from-literal|build-arg|env|set-literal)(?:=|[ \t]{1,4})["']?([\w.[\]-]{1,120})=([^\s"',]{2,512})/g

const CALL = /(["'])([\w.-]{2,80})\1[ \t]{0,4},[ \t]{0,4}["']([^"'\r\n]{3,512})["']/g
const ACL = /^[ \t]*user[ \t]+\S{1,80}[ \t][^\r\n>]{0,200}>([^\s"']{4,200})/gm
const NAME_VALUE =
  /\b(?:name|key):[ \t]{0,4}["']?([\w.-]{2,80})["']?[ \t]{0,8}\r?\n[ \t#]{0,60}value:[ \t]{0,4}["']?([^\s"'#]{2,512})/gi

/** A pattern with what a text must have for it to be looked for at all, and what it picks of a match. */
interface Rule {
  pattern: RegExp
  sign: RegExp
  pick: (found: RegExpMatchArray) => string | undefined
}

const unlessOpen = ([, value = '']: RegExpMatchArray): string | undefined => (isOpen(value) ? undefined : value)
const ifTyped = (found: RegExpMatchArray): string | undefined => {
  const value = found.at(-1) ?? ''
  return isTyped(value) ? value : undefined
}
const ifMade = ([, name = '', value = '']: RegExpMatchArray): string | undefined =>
  isMade(name, value) ? value : undefined

const RULES: readonly Rule[] = [
  {
    pattern: HEADER,
    sign: /bearer|basic|token[ \t]|splunk|api-?key|geniekey|signature|negotiate|ntlm/i,
    pick: ([, value = '']) => (isHeld(value) ? value : undefined),
  },
  { pattern: HEADER_NAME, sign: /(?:x|private|job|api)-|authorization|proxy-|cookie/i, pick: ifMade },
  { pattern: SQL, sign: /identified|password/i, pick: ([, , value = '']) => (isOpen(value) ? undefined : value) },
  { pattern: XML, sign: /<\//, pick: ifMade },
  { pattern: XML_PAIR, sign: /\bvalue[ \t]{0,4}=/, pick: ifMade },
  {
    pattern: CURL_USER,
    sign: /-u|-U|--(?:proxy-)?user/,
    pick: ([, , value = '']) => (isOpen(value) || /^\d+$/.test(value) ? undefined : value),
  },
  { pattern: CLIENT_PASSWORD, sign: /[ \t]-[pawPk]/, pick: unlessOpen },
  { pattern: PIPED, sign: /\|/, pick: unlessOpen },
  { pattern: SENTINEL, sign: /auth-pass/, pick: ifTyped },
  { pattern: DEVICE_KEY, sign: /tacacs|radius/i, pick: ifTyped },
  { pattern: SNMP_USER, sign: /createUser|snmp/i, pick: ifTyped },
  { pattern: USER_PAIR, sign: /(?:auth|login|user|credentials?)[ \t=]/, pick: ifTyped },
  { pattern: XML_NAMED, sign: /<\//, pick: ifMade },
  { pattern: PGPASS, sign: /:(?:\d{1,5}|\*):/, pick: unlessOpen },
  { pattern: NAME_VALUE, sign: /value:/i, pick: ifMade },
  {
    pattern: CALL,
    sign: /["'][ \t]{0,4},/,
    pick: ([, , name = '', value = '']) => (isMade(name, value) && classOf(value) !== 'name' ? value : undefined),
  },
  { pattern: ACL, sign: /(?<!\S)>\S/, pick: ([, value = '']) => (isMade('password', value) ? value : undefined) },
  { pattern: TOLD, sign: /[ \t](?:is|was|were|to|be|are|ist|war|lautet|est|es)\b/i, pick: ifTyped },
  { pattern: SET_ARGUMENT, sign: /--(?:set|from|build|env)/, pick: ifMade },
]

/** Secrets that stand behind words of their own in commands, headers, SQL, XML and rc files. */
export function findDirectives(text: string, isComment: boolean): Hit[] {
  const hits = spaced(text)
  for (const rule of RULES) if (rule.sign.test(text)) addHits(hits, text, rule)
  return isComment ? hits.filter(({ start, end }) => isQuietlySecret('password', text.slice(start, end))) : hits
}

function spaced(text: string): Hit[] {
  const hits: Hit[] = []
  DIRECTIVE.lastIndex = 0
  for (let found = DIRECTIVE.exec(text); found; found = DIRECTIVE.exec(text)) {
    const [whole, name = '', written = ''] = found
    const isQuoted = /^["']/.test(written)
    const value = isQuoted ? written.slice(1, -1) : written.replace(/[,;)\]}]+$/, '')
    const start = found.index + whole.length - written.length + (isQuoted ? 1 : 0)
    if (isDirective(name, value))
      hits.push({ start, end: start + value.length, reason: 'argument', strength: 'likely' })
    // The value may be the name of what follows: `user admin insecure-password x`.
    DIRECTIVE.lastIndex = found.index + whole.length - written.length
  }
  return hits
}

function isDirective(name: string, value: string): boolean {
  const sense = senseOf(name.replace(/^-+/, ''))
  if (sense === 'plain' || sense === 'about' || /^[-=:|&<>({[]/.test(value)) return false
  const kind = classOf(value)
  if (isOpen(value, kind)) return false
  if (kind === 'random') return true
  const isArgument = name.startsWith('--')
  if (sense === 'maybe' || kind === 'path' || kind === 'address' || kind === 'switch' || kind === 'number') return false
  // Prose speaks of passwords too: without dashes only what holds a digit or a sign is one.
  return isArgument
    ? kind === 'mixed' || sense === 'password'
    : kind === 'mixed' && value.length >= 8 && /\d/.test(value) && !/[()<>=:,]/.test(value)
}

/** Behind the scheme of a header stands what looks made; prose speaks of basic and bearer too. */
function isHeld(value: string): boolean {
  const kind = classOf(value)
  return kind === 'random' || (kind === 'mixed' && /\d/.test(value)) || /^[A-Za-z0-9+/]{8,}={1,2}$/.test(value)
}

function isMade(name: string, value: string): boolean {
  const sense = /^(?:authorization|proxy-authorization|cookie|set-cookie)$/i.test(name) ? 'maybe' : senseOf(name)
  const kind = classOf(value)
  if (sense === 'password') return kind === 'mixed' || kind === 'random' || kind === 'name'
  if (sense === 'secret' || sense === 'token') return kind === 'mixed' || kind === 'random'
  return sense === 'maybe' && kind === 'random'
}

/** As people make up passwords, with nothing of code. */
function isTyped(value: string): boolean {
  const kind = classOf(value)
  return (
    (kind === 'mixed' || kind === 'random') &&
    value.length >= 8 &&
    /\d/.test(value) &&
    /[A-Za-z]/.test(value) &&
    !/[()<>=:,{}$]/.test(value)
  )
}

function isOpen(value: string, kind = classOf(value)): boolean {
  return (
    kind === 'reference' ||
    kind === 'nothing' ||
    (/^[$%]?[({<]/.test(value) && !looksRandom(value)) ||
    /^\$[A-Za-z_{(]\w*\}?$/.test(value)
  )
}

function addHits(hits: Hit[], text: string, { pattern, pick }: Rule): void {
  for (const found of text.matchAll(pattern)) {
    const value = pick(found)
    if (value === undefined) continue
    const start = found.index + found[0].lastIndexOf(value)
    hits.push({ start, end: start + value.length, reason: 'structure', strength: 'likely' })
  }
}
