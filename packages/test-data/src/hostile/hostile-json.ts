import { refused, refusedLater, SECRET, taken, type HostileFile } from './hostile-file.ts'
import { profile, withLabel, withPack, withPacks, withValues } from './hostile-profile.ts'

const MALFORMED = { status: 400, code: 'MalformedJson' }
const ENCODING = { status: 400, code: 'Encoding' }
const TOO_MUCH = { status: 422, code: 'LimitExceeded' }
const NO_PROFILE = { status: 422, code: 'NotAProfile' }
const notThis = (read: string) => ({ status: 422, code: 'ProfileRefused', read })

const times = (count: number, textOf: (at: number) => string) =>
  Array.from({ length: count }, (_none, at) => textOf(at))
const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))
const utf32 = (text: string) => new Uint8Array(Uint32Array.from(text, (letter) => letter.codePointAt(0) ?? 0).buffer)

const UNREADABLE: readonly HostileFile[] = [
  refused('nothing', '', { status: 400, code: 'Empty' }),
  refused('blanks alone', ' \r\n\t', { status: 400, code: 'Empty' }),
  refused('half a file', profile().slice(0, -20), MALFORMED),
  refused('a file and a bit more', `${profile()}]`, MALFORMED),
  refused('two files in one', profile() + profile(), MALFORMED),
  refused('HTML', '<html><script>0</script></html>', { ...MALFORMED, fileName: 'a.html', contentType: 'text/html' }),
  refused('a picture of vectors', '<svg xmlns="http://www.w3.org/2000/svg" onload="0"/>', MALFORMED),
  refused('XML with an entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>', MALFORMED),
  refused('YAML', 'metadata:\n  name: a\n', MALFORMED),
  refused('not a number', withLabel('"team":NaN'), MALFORMED),
  refused('what is infinite', withLabel('"team":-Infinity'), MALFORMED),
  refused('a comment', withLabel('/* ours */"team":"web"'), MALFORMED),
  refused('a comma too many', withLabel('"team":"web",'), MALFORMED),
  refused('broken JSON beside a secret', withLabel(`"a":${SECRET}`), MALFORMED),
]

const ENCODED: readonly HostileFile[] = [
  refused('UTF-16 of little ends', bytes(`\ufeff${profile()}`, 'utf16le'), ENCODING),
  refused(
    'UTF-16 of big ends',
    bytes(`\ufeff${profile()}`, 'utf16le').map((_one, at, all) => all[at ^ 1] ?? 0),
    ENCODING,
  ),
  refused('UTF-32', utf32(`\ufeff${profile()}`), ENCODING),
  refused('Latin-1', bytes(withLabel('"team":"\u00e9"'), 'latin1'), ENCODING),
  refused('half a character', withLabel(String.raw`"team":"\ud800"`), ENCODING),
  refused('a letter written longer than it is', bytes(withLabel('"team":"\u00c0\u00af"'), 'latin1'), ENCODING),
  refused(
    'halves of a character as characters',
    bytes(withLabel('"team":"\u00ed\u00a0\u00bd\u00ed\u00b8\u0080"'), 'latin1'),
    ENCODING,
  ),
]

const KEYS: readonly HostileFile[] = [
  refused('a key twice', withLabel('"a":"1","a":"2"'), { status: 400, code: 'DuplicateKey' }),
  refused('a key twice, once escaped', withLabel(String.raw`"a":"1","\u0061":"2"`), {
    status: 400,
    code: 'DuplicateKey',
  }),
  refused('metadata twice', profile().replace('{', '{"metadata":{"name":"first"},'), {
    status: 400,
    code: 'DuplicateKey',
  }),
  refused('a prototype', withLabel('"__proto__":{"polluted":"1"}'), { status: 400, code: 'ForbiddenKey' }),
  refused('an escaped prototype', withLabel(String.raw`"\u005f_proto__":{"polluted":"1"}`), {
    status: 400,
    code: 'ForbiddenKey',
  }),
  refused('the prototype of a constructor', withLabel('"constructor":{"prototype":{"polluted":"1"}}'), {
    status: 400,
    code: 'ForbiddenKey',
  }),
]

const TOO_LARGE: readonly HostileFile[] = [
  refused('arrays in arrays', () => '['.repeat(100_000) + ']'.repeat(100_000), TOO_MUCH),
  refused('objects in objects', () => '{"a":'.repeat(100_000) + '0' + '}'.repeat(100_000), TOO_MUCH),
  refused('a thousand levels in a label', withLabel(`"a":${'['.repeat(1_000)}${']'.repeat(1_000)}`), TOO_MUCH),
  refused(
    'a hundred thousand packs',
    () => profile().replace('"packs":[', `"packs":[${'{},'.repeat(100_000)}`),
    TOO_MUCH,
  ),
  refused('twenty thousand labels', () => withLabel(times(20_000, (at) => `"${at}":""`).join()), TOO_MUCH),
  refused('a hundred thousand labels', () => withLabel(times(100_000, (at) => `"k${at}":"v"`).join()), TOO_MUCH),
  refused('eight megabytes in one text', () => withLabel(`"a":"${'x'.repeat(8 * 1024 * 1024)}"`), {
    ...TOO_MUCH,
    statuses: [[413, 422]],
    codes: ['LimitExceeded', 'PayloadTooLarge'],
    readCodes: ['LimitExceeded', 'FileTooLarge'],
  }),
  refused('a text of escapes alone', () => withLabel(`"a":"${String.raw`\u0041`.repeat(400_000)}"`), {
    ...TOO_MUCH,
    statuses: [[413, 422]],
    codes: ['LimitExceeded', 'PayloadTooLarge'],
  }),
  refused(
    'a thousand manifests',
    () => withPack({ manifests: times(1_000, (at) => `m${at}`).map((name) => ({ name, content: '' })) }),
    TOO_MUCH,
  ),
]

const OTHER: readonly HostileFile[] = [
  ...['[]', 'null', 'true', '1', '"text"'].map((text) => refused(`${text} alone`, text, NO_PROFILE)),
  refused('a name with NUL', profile({ name: 'a\0b' }), notThis('InvalidCharacter')),
  refused('a name written backwards', profile({ name: 'a\u202eb' }), notThis('InvalidCharacter')),
  refused('a name with a line break', profile({ name: 'a\r\nSet-Cookie: b' }), notThis('InvalidCharacter')),
  refused('values with NUL', withValues('a: "\0"\n'), notThis('InvalidCharacter')),
  refused('a version that is a number', profile({ version: 1 }), notThis('WrongType')),
  refused(
    'a uid that is a number',
    withPack({ registry: { metadata: { uid: 2 ** 53, name: 'Public Repo' } } }),
    notThis('WrongType'),
  ),
  refused('a number of a million digits', () => withLabel(`"a":${'9'.repeat(1_000_000)}`), notThis('WrongType')),
  refused('a pack whose name is a path', withPack({ name: '../../hello-universe' }), notThis('InvalidName')),
  refusedLater('a layer twice', withPacks({}, {}), {
    status: 422,
    code: 'ProfileRefused',
    planCodes: ['DuplicateName'],
  }),
]

/** Unusual but valid. */
const RIGHT: readonly HostileFile[] = [
  taken('a profile as it should be', profile(), { planCodes: [], yamlCode: 'fine' }),
  taken('a byte order mark', `\ufeff${profile()}`),
  taken('CRLF between tokens', profile().replaceAll(',"', ',\r\n"'), { planCodes: [], yamlCode: 'fine' }),
  taken('a tab in the content type', profile(), {
    contentType: 'application/json\ta',
    statuses: [
      [201, 201],
      [415, 415],
    ],
  }),
  taken('labels named like methods', withLabel('"toString":"a","hasOwnProperty":"b","toJSON":"c"')),
  taken('letters of all kinds', profile({ description: 'Zürich, Łódź, Ελλάδα, 雲, 🚀' }), { planCodes: [] }),
  taken('a name that is a path', profile({ name: '../../etc/passwd' })),
  taken('a file whose name is a path', profile(), { fileName: '../../../etc/cron.d/profile.json' }),
  taken('the same file many times at once', profile({ name: 'once' }), { parallel: 20, readCodes: undefined }),
]

/** Files that are not JSON, not a profile, or would break a careless JSON parser. */
export const JSON_FILES: readonly HostileFile[] = [...UNREADABLE, ...ENCODED, ...KEYS, ...TOO_LARGE, ...OTHER, ...RIGHT]
