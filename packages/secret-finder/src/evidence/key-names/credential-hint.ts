import { anyOf, anyWordOf } from '../../weigh/any-of.ts'

/** Beginnings of words in the names of secrets. */
const WORDS = `
  pass stringdata pw pswd secret token key cred auth psk dsn salt cookie hash seed bearer basic code conn licen jks nonce signature
  otp sess bootstrap fernet mnemonic docker netrc kubeconfig userdata webhook p12 pfx keystore identity login access pepper
  identified communit encrypt md5 cleartext xauth ntlm secure_link rotated revoked expired
`
const WORDS_ELSEWHERE = `
  geheim kennwort losung zugang anmelde schl mdp jeton identifiant contras clave secreto credenc senha palavra segredo chave segreto
  chiave credenz wachtw sleutel inloggeg haslo heslo klucz sekret tajem klic sifre parol anahtar gizli nyckel hemlig adgangs kodeord
  salasana jelszo sandi matkhau mima kouling miyao lingpai
`
/** Commands that take a secret. */
const COMMANDS = `
  mysql mariadb redis-cli curl ldap mongo skopeo sqlcmd ipmitool openssl tacacs radius createuser rabbitmqctl cqlsh lftp smbclient
  cscli snmp cryptsetup kinit unzip
`
/** Would be part of too many words, so a sign must follow or precede it. */
const BESIDE_SIGNS = [
  /pin\b/,
  /sig\b/,
  /mot_?de/,
  /cle\b/,
  /\bsas/,
  /\buser[ \t=]/,
  /users?:[ \t]{0,4}["']?[\w.@-]{1,60}:/,
  /users?(?:list|\.txt)/,
  /\bentropy/,
  /pem\b/,
  /mc (?:alias|config)/,
  /\broot ?[/:]/,
  /\badmin ?[/:]/,
  /\beap\b/,
  /\brealm /,
  /monitor /,
  /\bnet /,
  /\bzip\b/,
  /bgp_?peer/,
  /\bdns[ \t]/,
]
const HINT = new RegExp([...[WORDS, WORDS_ELSEWHERE, COMMANDS].map(anyWordOf), anyOf(BESIDE_SIGNS)].join('|'), 'iy')

/**
 * The first three letters of every hint, as five bits each, which ignores case: few offsets of a text need a closer
 * look.
 */
const LETTERS = 3
const OPENINGS = openingsOf([
  ...`${WORDS}${WORDS_ELSEWHERE}${COMMANDS}`.trim().split(/\s+/),
  ...BESIDE_SIGNS.map(({ source }) => source.replace(String.raw`\b`, '')),
])
/** Other languages have their own words for secrets. */
const OTHER = /[^ -~\s]/

/** An escape for an ordinary letter, or an escaped line break: any word may be hidden this way. */
const SPELLED = /\\(?:x[4-7]|u00[4-7]|U000000[4-7]|\r?\n)/

/** The path of a JSON patch to the data of a Secret. */
const PATCHED = /path["']?:[ \t]{0,8}["']?\/data\//

/** The beginning of a URL that is escaped inside another one. */
const ESCAPED_ADDRESS = /%3a%2f%2f/i

/** Whether a text may contain the name of a secret. Most texts do not, and need no closer look. */
export function hintsAtCredential(text: string): boolean {
  if (text.includes('\\') && SPELLED.test(text)) return true
  if (text.includes('/data/') && PATCHED.test(text)) return true
  if (text.includes('%') && ESCAPED_ADDRESS.test(text)) return true
  let opening = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if ((unit < 32 || unit > 126) && OTHER.test(text.charAt(at))) return true
    opening = ((opening << 5) | (unit & 31)) & 0x7fff
    if (OPENINGS[opening] === 1 && isHint(text, at - LETTERS + 1)) return true
  }
  return isHint(text, text.length - 2)
}

function isHint(text: string, at: number): boolean {
  HINT.lastIndex = Math.max(0, at)
  return HINT.test(text)
}

function openingsOf(hints: readonly string[]): Uint8Array {
  const openings = new Uint8Array(1 << 15)
  for (const hint of hints) {
    const [first = 0, second = 0, third] = Array.from(hint.slice(0, LETTERS), (letter) => letter.charCodeAt(0) & 31)
    const opening = (first << 10) | (second << 5)
    if (third === undefined) openings.fill(1, opening, opening + 32)
    else openings[opening | third] = 1
  }
  return openings
}
