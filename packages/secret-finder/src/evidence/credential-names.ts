/** Words that, as the last of a name, say that its value is a credential. */
const HEADS = new Set([
  // what a person or a program proves itself with
  'password',
  'passwd',
  'passwort',
  'pwd',
  'pw',
  'pass',
  'passphrase',
  'passcode',
  // bearer values: whoever holds them is let in
  'token',
  'secret',
  'credential',
  'psk',
  // addresses that carry user and password
  'dsn',
  'connectionstring',
  'connstring',
])

/** Words that make a key of `… key` a secret; `key` alone names far more often a place in a map. */
const KEY_KINDS = new Set([
  'api',
  'access',
  'secret',
  'private',
  'encryption',
  'signing',
  'auth',
  'account',
  'shared',
  'storage',
  'master',
  'license',
  'ssh',
  'session',
  'client',
  'tls',
  'ssl',
  'hmac',
  'jwt',
  'deploy',
  'subscription',
  'ingestion',
  'app',
])

/** Written in one word, as in `PGPASSWORD` or `accesstoken`. */
const JOINED =
  /(?:password|passwd|passphrase|apikey|secretkey|accesskey|privatekey|authkey|masterkey|licensekey|token|clientsecret|pwd)$/

/** Words before `secret` that make it the name of a Secret object, not its content. */
const NAMES_A_SECRET = new Set([
  'existing',
  'pull',
  'image',
  'tls',
  'ssl',
  'cert',
  'certificate',
  'certs',
  'ca',
  'use',
  'create',
  'enable',
  'name',
  'ref',
  'from',
  'external',
  'k8s',
  'kube',
  'kubernetes',
  'mount',
  'volume',
  'password',
  'passwd',
  'token',
  'credential',
  'credentials',
  'key',
  'auth',
  'user',
  'admin',
  'root',
  'config',
  'env',
  'generated',
  'registry',
  'license',
  'database',
  'db',
  'ingress',
  'backup',
])

/** Words after the head that leave the value what it is. */
const TRAILERS = new Set([
  'value',
  'plain',
  'plaintext',
  'base64',
  'b64',
  'encoded',
  'text',
  'data',
  'old',
  'new',
  'default',
])

/** A name with one of these says how, whether or where, and holds no secret itself. */
const NEVER = new Set([
  'existing',
  'allow',
  'require',
  'required',
  'enabled',
  'disable',
  'disabled',
  'by',
  'no',
  'automount',
  'max',
  'min',
  'skip',
])

/** Every name that `namesCredential` accepts contains one of these: a text without them is not even parsed. */
export const CREDENTIAL_WORD =
  /pass|pwd|pw\b|token|secret|credential|psk\b|dsn\b|conn(?:ection)?[-_.]?str|(?:api|access|private|encryption|signing|auth|account|shared|storage|master|license|ssh|session|client|tls|ssl|hmac|jwt|deploy|subscription|ingestion|app)[-_.]?keys?\b/i

const known = new Map<string, boolean>()
const MAX_KNOWN = 5_000

/**
 * Whether a key names a credential: `password`, `dbPassword`, `DB_PASS`, `api-key`, `clientSecret`, `connectionString`;
 * not `secretName`, `tokenTTL`, `passwordSecretRef`, `existingSecret`. Plurals count, but for `secrets`, which lists names.
 */
export function namesCredential(name: string): boolean {
  if (name.length > 80 || !CREDENTIAL_WORD.test(name)) return false
  const before = known.get(name)
  if (before !== undefined) return before
  const result = judge(name)
  // Bounded, so that hostile keys cannot grow it; the same few names come again and again.
  if (known.size < MAX_KNOWN) known.set(name, result)
  return result
}

/** Whether the name ends in a password, which may well be a number; a token or key of digits alone is a setting. */
export function namesPassword(name: string): boolean {
  return namesCredential(name) && /(?:pass(?:word|wd|phrase|code)?|pwd|pw)$/i.test(name)
}

function judge(name: string): boolean {
  const words = wordsOf(name)
  while (words.length > 1 && (TRAILERS.has(words.at(-1) ?? '') || /^\d+$/.test(words.at(-1) ?? ''))) words.pop()
  if (words.some((word) => NEVER.has(word))) return false
  const last = (words.at(-1) ?? '').replace(/\d+$/, '')
  const before = words.at(-2)
  const singular = last !== 'pass' && last.endsWith('s') && last !== 'secrets' ? last.slice(0, -1) : last
  if (singular === 'secret') return before === undefined || !NAMES_A_SECRET.has(before)
  if (singular === 'key') return before !== undefined && KEY_KINDS.has(before)
  if (singular === 'string') return before === 'connection' || before === 'conn'
  return HEADS.has(singular) || JOINED.test(singular)
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
