import { LIMIT_SETTINGS } from '../limits.ts'
import type { DocumentKind } from '../read/detect-kind.ts'
import type { ProblemCode } from './problems.ts'
import type { Words } from './words.ts'

/** A sentence about one problem: what is, then what to do. */
export type Sentence = (words: Words) => string

const KINDS: Readonly<Record<DocumentKind, string>> = {
  'cluster-profile': 'a cluster profile',
  'wrapped-profile': 'a cluster profile inside the key data',
  'palette-object': 'an answer of the Palette API',
  'palette-pack': 'the description of a pack',
  'palette-spc': 'a cluster or another Palette object',
  'helm-chart': 'a Helm chart',
  'helm-values': 'Helm values',
  'kubernetes-manifest': 'a Kubernetes manifest',
  'terraform-state': 'a Terraform state',
  'terraform-configuration': 'a Terraform configuration',
  markup: 'an HTML or XML page',
  yaml: 'YAML',
  unknown: 'something else',
}

const LIMITS: Readonly<Record<string, string>> = {
  textBytes: 'bytes in one text',
  fileBytes: 'bytes in one file',
  packs: 'layers',
  manifestsPerPack: 'manifests in one layer',
  variables: 'variables',
  variableOptions: 'options of one variable',
  labels: 'tags',
  depth: 'levels of nesting',
  aliases: 'YAML aliases',
  mapKeys: 'keys in one object',
  listItems: 'items in one list',
  nodes: 'values in one file',
  yamlDocuments: 'YAML documents in one text',
  yamlNodes: 'values in one YAML text',
  nameCharacters: 'characters in a name',
  descriptionCharacters: 'characters in a description',
  regexCharacters: 'characters in a regular expression',
  macroDepth: 'macros inside each other',
  macroBytes: 'bytes of a macro written out',
  problems: 'problems in one list',
}

const isKind = (kind: string): kind is DocumentKind => Object.hasOwn(KINDS, kind)
const kindOf = (words: Words) => {
  const kind = words.text('looksLike', 'unknown')
  return isKind(kind) ? kind : 'unknown'
}
const limitOf = (what: string) => (Object.hasOwn(LIMITS, what) ? (LIMITS[what] ?? what) : what)

const isSettable = (what: string): what is keyof typeof LIMIT_SETTINGS => Object.hasOwn(LIMIT_SETTINGS, what)

/** Names what an installation can set, for whoever runs it. */
const settingOf = (what: string) =>
  isSettable(what) ? ` (the server's setting ${LIMIT_SETTINGS[what].setting} says so)` : ''

const allowed = (words: Words, what: string) =>
  `at most ${words.count('limit')} ${limitOf(what)} are allowed${settingOf(what)}`

function bytes(words: Words, key: string): string {
  return `${words.count(key)} bytes`
}

function encoding(words: Words): string {
  const name = words.text('encoding', '')
  if (name === 'lone surrogate') return 'Half of a character is written as an escape here; write the whole character.'
  if (name !== '') return `The file is encoded as ${name}; save it as UTF-8.`
  return `The file is not UTF-8: line ${words.count('line')}, column ${words.count('column')} (byte ${words.count('byte')}) cannot be read; save it as UTF-8.`
}

function malformedJson(words: Words): string {
  const start = `This is not valid JSON: ${words.text('expected', 'something else')} was expected here, but there is ${words.text('found', 'something else')}.`
  const kind = kindOf(words)
  if (kind === 'yaml') return `${start} The file looks like YAML: read it as YAML.`
  return kind === 'unknown' ? start : `${start} The file looks like ${KINDS[kind]}, not like a cluster profile.`
}

function missingField(words: Words): string {
  const field = words.text('field', 'A field')
  return words.has('default')
    ? `The file has no ${field}; ${words.text('default')} is used.`
    : `The field ${field} is missing or empty; fill it in.`
}

/** What is wrong with the file itself, whatever stands here. */
export const FILE_SENTENCES = {
  UnsupportedMedia: (words) =>
    `The file is ${words.text('media', 'no text')}; unpack it, or choose the exported JSON or YAML file.`,
  FileTooLarge: (words) =>
    `The file has ${bytes(words, 'actual')}; at most ${bytes(words, 'limit')} are read${settingOf('fileBytes')}.`,
  Encoding: encoding,
  Empty: () => 'The file is empty; choose an exported profile.',
  MalformedJson: malformedJson,
  MalformedYaml: (words) => `This is not valid YAML: ${words.text('expected', 'something else')} was expected here.`,
  DuplicateKey: (words) => `The key ${words.text('key')} appears twice in one object; remove one of the two.`,
  ForbiddenKey: (words) => `The key ${words.text('key')} is not allowed anywhere in a file; remove it.`,
  LimitExceeded: (words) => {
    const limit = allowed(words, words.text('what', 'items'))
    return words.has('actual')
      ? `There are ${words.count('actual')} here; ${limit}.`
      : `This is over the limit: ${limit}.`
  },
  NotAProfile: (words) => {
    const kind = kindOf(words)
    if (kind === 'wrapped-profile')
      return 'This is a cluster profile inside another object; take out what stands under the key data and import that.'
    return kind === 'unknown'
      ? 'This is not a cluster profile; choose a file that was exported as one.'
      : `This is ${KINDS[kind]}, not a cluster profile; choose a file that was exported as one.`
  },
  MissingField: missingField,
  WrongType: (words) => `This must be ${words.text('expected', 'another type of value')}; change the value.`,
  InvalidCharacter: (words) => `The character ${words.text('character')} is not allowed here; remove it.`,
  UnknownLayer: (words) => `This layer is not known; it must be one of ${words.list('allowed')}.`,
  UnknownPackType: (words) => `This type of pack is not known; it must be one of ${words.list('allowed')}.`,
  UnknownProfileType: (words) => `This type of profile is not known; it must be one of ${words.list('allowed')}.`,
  InvalidValue: (words) => `This value is not known; it must be one of ${words.list('allowed')}.`,
  InvalidVersion: () => 'The version is not a semantic version; write it as major.minor.patch, for example 1.2.0.',
  InvalidName: (words) =>
    `The ${words.text('field', 'name')} is not allowed as it is; use letters, digits, dots, dashes and underscores.`,
  DuplicateName: (words) =>
    `The ${words.text('what', 'name')} ${words.text('name')} is used more than once; rename all but one.`,
  DuplicateManifest: (words) =>
    `${words.text('name', 'The layer')} has a second manifest ${words.text('manifest')}; the first is at ${words.text('first', 'a place before it')}. Rename one of them.`,
  SecretInName: (words) =>
    `A secret of this profile stands in the name of the ${words.text('what', 'part')} at this place; rename it or change the secret.`,
  UnknownField: (words) => `The field ${words.text('field')} is not understood and will be left out.`,
  // A cycle names its first macro again at its end.
  MacroCycle: (words) =>
    words.size('cycle') <= 2
      ? `The macro ${words.text('cycle')} refers to itself; remove that reference.`
      : `The macros ${words.list('cycle')} refer to each other in a circle; remove one of the references.`,
  YamlInvalid: yamlInvalid,
  YamlLimit: (words) => `This YAML is too large: ${allowed(words, words.text('name', 'items'))}.`,
} as const satisfies Partial<Record<ProblemCode, Sentence>>

function yamlInvalid(words: Words): string {
  const reason = words.text('reason', 'syntax')
  if (reason === 'duplicate-key')
    return words.has('taken')
      ? 'The same key is written twice in one map; the last value is the one that counts, so remove the other.'
      : 'The same key is written twice in one map; remove one of the two.'
  if (reason === 'unknown-tag')
    return 'This YAML has a tag that names a type of a programming language; remove the tag.'
  if (reason === 'unknown-anchor')
    return 'This YAML refers to an anchor that has not been defined before this place; define it, or write the value itself.'
  return 'This is not valid YAML; correct it in the file.'
}
