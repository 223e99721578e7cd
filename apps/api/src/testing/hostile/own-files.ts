import { packOf, profileJson, type TestProfile } from '../documents.ts'

export interface HostileFile {
  what: string
  content: string | Uint8Array
  status: number
  code: string
}

const profile = (overrides: TestProfile = {}) =>
  profileJson({ packs: [packOf({ name: 'hello-universe', version: '1.2.0', tag: '1.2.0' })], ...overrides })
const withValues = (values: string) =>
  profile({ packs: [packOf({ name: 'hello-universe', version: '1.2.0', tag: '1.2.0', values })] })
const withVariable = (variable: object) => profile({ variables: [{ name: 'v', format: 'string', ...variable }] })
const inside = (raw: string) => profile().replace('"team":"web"', raw)
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

/** A secret that stands beside the fault of some of these. */
export const SECRET = 'oWn-S3cret-0451'

const aliasBomb = Array.from({ length: 9 }, (_none, level) =>
  level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
).join('\n')

/** Small files of every family of attack, made here: each must be refused for what it is. */
export const REFUSED: readonly HostileFile[] = [
  { what: 'nothing', content: '', status: 400, code: 'Empty' },
  { what: 'only blanks', content: ' \r\n\t', status: 400, code: 'Empty' },
  { what: 'half a file', content: profile().slice(0, -20), status: 400, code: 'MalformedJson' },
  { what: 'a file and a bit more', content: `${profile()}]`, status: 400, code: 'MalformedJson' },
  { what: 'HTML', content: '<html><script>0</script></html>', status: 400, code: 'MalformedJson' },
  { what: 'no number', content: inside('"team":NaN'), status: 400, code: 'MalformedJson' },
  { what: 'broken JSON beside a secret', content: inside(`"a":${SECRET}`), status: 400, code: 'MalformedJson' },
  { what: 'UTF-16', content: utf16(profile()), status: 400, code: 'Encoding' },
  { what: 'Latin-1', content: Buffer.from(inside('"team":"\u00e9"'), 'latin1'), status: 400, code: 'Encoding' },
  { what: 'half a character', content: inside(String.raw`"team":"\ud800"`), status: 400, code: 'Encoding' },
  { what: 'a key twice', content: inside('"a":"1","a":"2"'), status: 400, code: 'DuplicateKey' },
  {
    what: 'a key twice, once escaped',
    content: inside(String.raw`"a":"1","\u0061":"2"`),
    status: 400,
    code: 'DuplicateKey',
  },
  { what: 'a prototype', content: inside('"__proto__":{"polluted":"1"}'), status: 400, code: 'ForbiddenKey' },
  {
    what: 'an escaped prototype',
    content: inside(String.raw`"\u005f_proto__":{"polluted":"1"}`),
    status: 400,
    code: 'ForbiddenKey',
  },
  {
    what: 'arrays in arrays',
    content: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
    status: 422,
    code: 'LimitExceeded',
  },
  { what: 'objects in objects', content: '{"a":'.repeat(50_000), status: 422, code: 'LimitExceeded' },
  {
    what: 'a hundred thousand packs',
    content: profile().replace('"packs":[', `"packs":[${'{},'.repeat(100_000)}`),
    status: 422,
    code: 'LimitExceeded',
  },
  {
    what: 'twenty thousand labels',
    content: inside(Array.from({ length: 20_000 }, (_none, at) => `"${at}":""`).join()),
    status: 422,
    code: 'LimitExceeded',
  },
  { what: 'a list', content: '[]', status: 422, code: 'NotAProfile' },
  { what: 'null', content: 'null', status: 422, code: 'NotAProfile' },
  { what: 'a name with NUL', content: profile({ name: 'a\0b' }), status: 422, code: 'ProfileRefused' },
  { what: 'a name written backwards', content: profile({ name: 'a\u202eb' }), status: 422, code: 'ProfileRefused' },
  {
    what: 'a name with a line break',
    content: profile({ name: 'a\r\nSet-Cookie: b' }),
    status: 422,
    code: 'ProfileRefused',
  },
  { what: 'values with NUL', content: withValues('a: "\0"\n'), status: 422, code: 'ProfileRefused' },
  { what: 'gzip', content: Buffer.from('1f8b0800000000000003', 'hex'), status: 415, code: 'UnsupportedMedia' },
  { what: 'zip', content: Buffer.from('PK\u0003\u0004\u0014\0\0\0'), status: 415, code: 'UnsupportedMedia' },
  { what: 'an alias bomb', content: withValues(aliasBomb), status: 422, code: 'YamlLimit' },
  { what: 'an alias of itself', content: withValues('a: &a [*a]\n'), status: 422, code: 'YamlInvalid' },
  {
    what: 'YAML lists in lists',
    content: withValues('['.repeat(1_500) + ']'.repeat(1_500)),
    status: 422,
    code: 'YamlLimit',
  },
  {
    what: 'YAML dashes behind dashes',
    content: withValues(`${'- '.repeat(2_000)}a\n`),
    status: 422,
    code: 'YamlLimit',
  },
  {
    what: 'YAML maps in maps',
    content: withValues(Array.from({ length: 300 }, (_none, depth) => `${' '.repeat(depth)}a:\n`).join('')),
    status: 422,
    code: 'YamlLimit',
  },
  {
    what: 'three thousand YAML documents',
    content: withValues('a: 1\n---\n'.repeat(3_000)),
    status: 422,
    code: 'YamlLimit',
  },
  {
    what: 'thirty thousand YAML keys',
    content: withValues(Array.from({ length: 30_000 }, (_none, at) => `k${at}: 0\n`).join('')),
    status: 422,
    code: 'YamlLimit',
  },
  {
    what: 'YAML that runs code',
    content: withValues('a: !!js/function "function () {}"\n'),
    status: 422,
    code: 'YamlInvalid',
  },
  {
    what: 'broken YAML beside a secret',
    content: withValues(`password: "${SECRET}\nb: [\n`),
    status: 422,
    code: 'YamlInvalid',
  },
  { what: 'a regex that looks back', content: withVariable({ regex: '(?<=a)b' }), status: 422, code: 'RegexInvalid' },
  {
    what: 'a regex that repeats repeats',
    content: withVariable({ regex: '((a{0,99}){0,99}){0,99}' }),
    status: 422,
    code: 'RegexInvalid',
  },
  {
    what: 'a default that a regex would backtrack on',
    content: withVariable({ regex: '^(a+)+$', defaultValue: `${'a'.repeat(60)}!` }),
    status: 422,
    code: 'ProfileRefused',
  },
]

/** Odd but right: each is imported as it stands. */
export const ACCEPTED: readonly { what: string; content: string }[] = [
  { what: 'a byte order mark', content: `\ufeff${profile({ name: 'mark' })}` },
  { what: 'CRLF between tokens', content: profile({ name: 'crlf' }).replaceAll(',"', ',\r\n"') },
  {
    what: 'labels named like methods',
    content: profile({ name: 'methods' }).replace('"team":"web"', '"toString":"a","hasOwnProperty":"b"'),
  },
  {
    what: 'markup in a description',
    content: profile({ name: 'markup' }).replace('A page', '<img src=x onerror=alert(1)>'),
  },
  { what: 'an expression in a name', content: profile({ name: '${jndi:ldap://a/b} %n %s {{7*7}}' }) },
  { what: 'a path in a name', content: profile({ name: '../../etc/passwd' }) },
]
