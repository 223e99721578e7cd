import { anyOf, anyWordOf } from '../../weigh/any-of.ts'

/** Beginnings of words, in names that speak for a secret. */
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
/** Commands that take one. */
const COMMANDS = `
  mysql mariadb redis-cli curl ldap mongo skopeo sqlcmd ipmitool openssl tacacs radius createuser rabbitmqctl cqlsh lftp smbclient
  cscli snmp cryptsetup kinit unzip
`
/** What would be a part of too many words, so that something must stand beside it. */
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

/** Of every hint its first three letters, each as five bits, which are the same for capitals: few places of a text are worth a look. */
const LETTERS = 3
const OPENINGS = openingsOf([
  ...`${WORDS}${WORDS_ELSEWHERE}${COMMANDS}`.trim().split(/\s+/),
  ...BESIDE_SIGNS.map(({ source }) => source.replace(String.raw`\b`, '')),
])
/** Other languages may speak of secrets in words of their own. */
const OTHER = /[^ -~\s]/

/** A letter that nobody needs to write as an escape, or a word that goes over a line's end: any word may be written so. */
const SPELLED = /\\(?:x[4-7]|u00[4-7]|U000000[4-7]|\r?\n)/

/** How a patch says that it is of what a Secret holds. */
const PATCHED = /path["']?:[ \t]{0,8}["']?\/data\//

/** How an address begins that stands in another. */
const ESCAPED_ADDRESS = /%3a%2f%2f/i

/** Whether a text may hold a name that speaks for a secret, so that most texts are not looked at any further. */
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
