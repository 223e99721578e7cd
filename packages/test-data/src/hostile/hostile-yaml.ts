import { refusedLater, SECRET, taken, type HostileFile } from './hostile-file.ts'
import { withManifest, withValues } from './hostile-profile.ts'

const TOO_MUCH = { status: 422, code: 'YamlLimit', yamlCode: 'YamlLimit' } as const
const INVALID = { status: 422, code: 'YamlInvalid', yamlCode: 'YamlInvalid' } as const
/** For texts that are over a limit before they are parsed as YAML. */
const TOO_LONG = {
  ...TOO_MUCH,
  codes: ['YamlLimit', 'LimitExceeded', 'PayloadTooLarge'],
  statuses: [[413, 422]],
} as const

const lines = (count: number, lineOf: (at: number) => string) =>
  Array.from({ length: count }, (_none, at) => lineOf(at)).join('\n')

const aliasBomb = lines(9, (level) =>
  level === 0 ? 'a0: &a0 [x]' : `a${level}: &a${level} [${`*a${level - 1},`.repeat(9)}]`,
)
const mergeBomb = lines(10, (level) =>
  level === 0 ? 'm0: &m0 {k: v}' : `m${level}: &m${level}\n  <<: [${`*m${level - 1}, `.repeat(9)}*m${level - 1}]`,
)

const REFUSED: readonly HostileFile[] = [
  refusedLater('an alias bomb', withValues(aliasBomb), TOO_MUCH),
  refusedLater('a bomb of merges', withValues(mergeBomb), TOO_MUCH),
  refusedLater('an alias of itself', withValues('a: &a [*a]\n'), INVALID),
  refusedLater('YAML lists in lists', withValues('['.repeat(1_500) + ']'.repeat(1_500)), { ...TOO_MUCH, repeat: 5 }),
  refusedLater('ten thousand lists in lists', withValues('['.repeat(10_000) + ']'.repeat(10_000)), {
    ...TOO_MUCH,
    repeat: 5,
  }),
  refusedLater('flow maps in a manifest', withManifest('{a: '.repeat(1_500) + '1' + '}'.repeat(1_500)), {
    ...TOO_MUCH,
    repeat: 5,
  }),
  refusedLater('YAML dashes behind dashes', withValues(`${'- '.repeat(2_000)}a\n`), TOO_MUCH),
  refusedLater('YAML maps in maps', withValues(lines(300, (depth) => `${' '.repeat(depth)}a:`)), TOO_MUCH),
  refusedLater('two megabytes of indentation', () => withValues(lines(2_000, (depth) => `${' '.repeat(depth)}a:`)), {
    ...TOO_LONG,
    repeat: 2,
  }),
  refusedLater('five megabytes of comment', () => withValues(`a: 1 # ${'x'.repeat(5 * 1_024 * 1_024)}\n`), TOO_LONG),
  refusedLater('three thousand YAML documents', withValues('a: 1\n---\n'.repeat(3_000)), TOO_MUCH),
  refusedLater('thirty thousand YAML keys', () => withValues(lines(30_000, (at) => `k${at}: 0`)), TOO_MUCH),
  refusedLater(
    'an ordered map of twenty thousand',
    () => withValues(`a: !!omap\n${lines(20_000, (at) => `- k${at}: 0`)}`),
    {
      ...TOO_MUCH,
      codes: ['YamlLimit', 'YamlInvalid'],
    },
  ),
  refusedLater('YAML that runs code', withValues('a: !!js/function "function () {}"\n'), INVALID),
  refusedLater('broken YAML beside a secret', withValues(`password: "${SECRET}\nb: [\n`), INVALID),
]

/** Texts that other programs would execute; nothing here does. */
const TEMPLATES = [
  'a: "<%= 7 * 7 %>"\n',
  'a: "${process.exit(1)}"\n',
  'a: \'{{ include "../../etc/hostname" . }}\'\n',
  'a: "{{ range $i := until 1000000000 }}x{{ end }}"\n',
  'a: "#{7*7} %{7*7} {7*7}"\n',
  'a: "{{.spectro.macro.{{.spectro.macro.inner}}}}"\n',
  'a: "{{.spectro.var.open"\n',
]

const TAKEN: readonly HostileFile[] = [
  ...TEMPLATES.map((values, at) =>
    taken(`a template of another program, ${at + 1}`, withValues(values), {
      statuses: [
        [200, 201],
        [422, 422],
      ],
      yamlCode: 'fine',
    }),
  ),
  taken(
    'names of JavaScript as YAML keys',
    withValues('__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\n'),
    { yamlCode: 'fine' },
  ),
  taken('odd characters that YAML allows', withValues('a: "\\x07\\u2028\\U0001F600"\nb: \u0085c\n'), {
    yamlCode: 'fine',
    statuses: [
      [201, 201],
      [422, 422],
    ],
  }),
  taken('a thousand keys', withValues(lines(1_000, (at) => `k${at}: ${at}`)), { planCodes: [], yamlCode: 'fine' }),
  taken('CRLF inside values', withValues('a: 1\r\nb:\r\n  - c\r\n'), { planCodes: [], yamlCode: 'fine' }),
  taken('values of comments alone', withValues('# one\n# two\n'), { planCodes: [], yamlCode: 'fine' }),
  taken('values without a last line break', withValues('a: 1'), { planCodes: [], yamlCode: 'fine' }),
  taken('whole numbers of 64 bits', withValues('a: 9223372036854775807\nb: -9223372036854775808\n'), {
    planCodes: [],
    yamlCode: 'fine',
  }),
]

/** Files whose values or manifests would break a careless YAML parser. */
export const YAML_FILES: readonly HostileFile[] = [...REFUSED, ...TAKEN]
