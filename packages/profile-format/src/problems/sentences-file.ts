import { LIMIT_SETTINGS } from '../limits.ts'
import type { DocumentKind } from '../read/detect-kind.ts'
import type { ProblemCode } from './problems.ts'
import type { Words } from './words.ts'

/** Makes the sentence for one problem: what is wrong, then what to do. */
export type Sentence = (words: Words) => string

const KINDS: Readonly<Record<DocumentKind, string>> = {
  'cluster-profile': 'a cluster profile',
  'wrapped-profile': 'a cluster profile inside {"data": {…}}',
  'flat-profile': 'a cluster profile whose layers are in the wrong place',
  'profile-list': 'a list of cluster profiles',
  'quoted-json': 'JSON inside a text in quotes',
  'palette-object': 'an answer of the Palette API',
  'palette-error': 'an error that the API answered',
  'palette-pack': 'the description of a pack',
  'palette-spc': 'a cluster or another Palette object',
  'helm-chart': 'a Helm chart',
  'helm-values': 'Helm values',
  'kubernetes-manifest': 'a Kubernetes manifest',
  kubeconfig: 'a kubeconfig',
  'terraform-state': 'a Terraform state',
  'terraform-configuration': 'a Terraform configuration',
  markup: 'an HTML or XML page',
  key: 'a key or a certificate',
  'http-answer': 'an answer with its HTTP headers',
  yaml: 'YAML',
  unknown: 'something else',
}

/** Files that can be turned into a profile, and how to do it. */
const MENDABLE: Readonly<Partial<Record<DocumentKind, string>>> = {
  'wrapped-profile':
    'This is a cluster profile inside a wrapper, {"data": {…}}; take out what is under the key data and import that.',
  'profile-list': 'This is a list of cluster profiles; import each of them by itself, as a file of its own.',
  'quoted-json':
    'This is JSON inside a text in quotes; take the quotes and the backslashes before quotes out, so that it begins with a brace.',
  'palette-error': 'This is an error that the API answered, not the profile that was asked for; export it again.',
  'http-answer':
    'The file begins with the headers of an HTTP answer; take them out, so that it begins with the profile itself.',
  unknown: 'This is not a cluster profile; choose a file that was exported as one.',
}

/** The thing that is limited, in the singular and the plural. */
const LIMITS: Readonly<Record<string, readonly [string, string]>> = {
  packs: ['layer', 'layers'],
  manifestsPerPack: ['manifest in one layer', 'manifests in one layer'],
  variables: ['variable', 'variables'],
  variableOptions: ['option of one variable', 'options of one variable'],
  labels: ['tag', 'tags'],
  depth: ['level of nesting', 'levels of nesting'],
  aliases: ['YAML alias', 'YAML aliases'],
  mapKeys: ['key in one object', 'keys in one object'],
  listItems: ['item in one list', 'items in one list'],
  nodes: ['value in one file', 'values in one file'],
  yamlDocuments: ['YAML document in one text', 'YAML documents in one text'],
  yamlNodes: ['value in one YAML text', 'values in one YAML text'],
  nameCharacters: ['character in a name', 'characters in a name'],
  descriptionCharacters: ['character in a description', 'characters in a description'],
  regexCharacters: ['character in a regular expression', 'characters in a regular expression'],
  macroDepth: ['macro inside another', 'macros inside each other'],
  problems: ['problem in one list', 'problems in one list'],
}

/** For limits in bytes: the thing whose size is limited. */
const SIZES: Readonly<Record<string, string>> = {
  textBytes: 'one text',
  fileBytes: 'one file',
  macroBytes: 'a macro written out',
}

const isKind = (kind: string): kind is DocumentKind => Object.hasOwn(KINDS, kind)
const kindOf = (words: Words) => {
  const kind = words.text('looksLike', 'unknown')
  return isKind(kind) ? kind : 'unknown'
}
const known = <Value>(table: Readonly<Record<string, Value>>, what: string): Value | undefined =>
  Object.hasOwn(table, what) ? table[what] : undefined

const isSettable = (what: string): what is keyof typeof LIMIT_SETTINGS => Object.hasOwn(LIMIT_SETTINGS, what)

/** Names the setting that raises the limit, for the operator of the installation. */
const settingOf = (what: string) =>
  isSettable(what) ? ` (the server's setting ${LIMIT_SETTINGS[what].setting} says so)` : ''

function allowed(words: Words, what: string): string {
  const size = known(SIZES, what)
  if (size !== undefined) return `at most ${words.bytes('limit')} in ${size} are allowed${settingOf(what)}`
  const isOne = words.isOne('limit')
  const name = known(LIMITS, what)?.[isOne ? 0 : 1] ?? what
  return `at most ${words.count('limit')} ${name} ${isOne ? 'is' : 'are'} allowed${settingOf(what)}`
}

function encoding(words: Words): string {
  const name = words.text('encoding', '')
  if (name === 'lone surrogate') return 'Half of a character is written as an escape here; write the whole character.'
  if (name !== '') return `The file is encoded as ${name}; save it as UTF-8.`
  return `The file is not UTF-8: line ${words.count('line')}, column ${words.count('column')} (byte ${words.count('byte')}) cannot be read; save it as UTF-8.`
}

function malformedJson(words: Words): string {
  const expected = words.text('expected', 'something else')
  const found = words.text('found', 'something else')
  const start =
    found === 'the end of the file'
      ? `This is not valid JSON: the file ends where ${expected} was expected; it may be cut off.`
      : `This is not valid JSON: ${expected} was expected here, but there is ${found}.`
  const kind = kindOf(words)
  if (kind === 'yaml') return `${start} The file looks like YAML: read it as YAML.`
  return kind === 'unknown' ? start : `${start} The file looks like ${KINDS[kind]}, not like a cluster profile.`
}

/** Identifies the first of two manifests by its number in the layer, counted from one. */
function placeOfFirst(words: Words): string {
  const index = /manifests\[(\d+)\]/.exec(words.text('first', ''))?.[1]
  return index === undefined ? '' : `, of which manifest ${Number(index) + 1} is the first`
}

function missingField(words: Words): string {
  const field = words.text('field', 'A field')
  return words.has('default')
    ? `The file has no ${field}; ${words.text('default')} is used.`
    : `The field ${field} is missing or empty; fill it in.`
}

function unsupportedMedia(words: Words): string {
  const media = words.text('media', 'no text')
  return `The file is ${media}; ${media.endsWith('archive') ? 'unpack it, or ' : ''}choose the exported JSON or YAML file.`
}

/** Sentences about the file itself, independent of the installation. */
export const FILE_SENTENCES = {
  UnsupportedMedia: unsupportedMedia,
  FileTooLarge: (words) =>
    `The file has ${words.bytes('actual')}; ${words.bytes('limit')} are allowed${settingOf('fileBytes')}.`,
  Encoding: encoding,
  Empty: () => 'The file is empty; choose an exported profile.',
  MalformedJson: malformedJson,
  MalformedYaml: (words) => {
    const start = `This is not valid YAML: ${words.text('expected', 'something else')} was expected here`
    return words.has('found') ? `${start}, but ${words.text('found')}.` : `${start}.`
  },
  DuplicateKey: (words) => `The key ${words.quoted('key')} appears twice in one object; remove one of the two.`,
  ForbiddenKey: (words) => `The key ${words.quoted('key')} is not allowed anywhere in a file; remove it.`,
  LimitExceeded: (words) => {
    const limit = allowed(words, words.text('what', 'items'))
    return words.has('actual')
      ? `There ${words.isOne('actual') ? 'is' : 'are'} ${words.count('actual')} here; ${limit}.`
      : `This is over the limit: ${limit}.`
  },
  NotAProfile: (words) => {
    const kind = kindOf(words)
    if (words.has('layersAt'))
      return `The layers of this file are in ${words.text('layersAt')}, those of an exported profile in spec.template.packs; move them there, beside type and cloudType.`
    return MENDABLE[kind] ?? `This is ${KINDS[kind]}, not a cluster profile; choose a file that was exported as one.`
  },
  MissingField: missingField,
  WrongType: (words) => {
    const start = `This must be ${words.text('expected', 'another type of value')}`
    return words.has('found')
      ? `${start}, but there is ${words.text('found')}; take it out of the quotes.`
      : `${start}; change the value.`
  },
  InvalidCharacter: (words) => `The character ${words.text('character')} is not allowed here; remove it.`,
  UnknownLayer: (words) => `This layer is not known; it must be ${words.choice('allowed')}.`,
  UnknownPackType: (words) => `This type of pack is not known; it must be ${words.choice('allowed')}.`,
  UnknownProfileType: (words) => `This type of profile is not known; it must be ${words.choice('allowed')}.`,
  InvalidValue: (words) => `This value is not known; it must be ${words.choice('allowed')}.`,
  InvalidVersion: () => 'The version is not a semantic version; write it as major.minor.patch, for example 1.2.0.',
  InvalidName: (words) =>
    `The ${words.text('field', 'name')} is not allowed as it is; use letters, digits, dots, dashes and underscores.`,
  DuplicateName: (words) =>
    `The ${words.text('what', 'name')} ${words.quoted('name')} is used more than once; rename all but one.`,
  DuplicateManifest: (words) =>
    `${words.text('name', 'The layer')} has two manifests called ${words.quoted('manifest')}${placeOfFirst(words)}; rename one of them.`,
  SecretInName: (words) =>
    `A secret of this profile is part of the name of the ${words.text('what', 'part')} at this place; rename it or change the secret.`,
  UnknownField: (words) => `The field ${words.quoted('field')} is not understood and will be left out.`,
  // A cycle repeats its first macro at the end.
  MacroCycle: (words) =>
    words.size('cycle') <= 2
      ? `The macro ${words.quoted('cycle')} refers to itself; remove that reference.`
      : `The macros ${words.list('cycle')} refer to each other in a circle; remove one of the references.`,
  YamlInvalid: yamlInvalid,
  ManifestInvalid: manifestInvalid,
  YamlLimit: (words) => `This YAML is too large: ${allowed(words, words.text('name', 'items'))}.`,
} as const satisfies Partial<Record<ProblemCode, Sentence>>

const MANIFEST_REASONS: Readonly<Record<string, string>> = {
  object: 'This document is no Kubernetes object; give it apiVersion, kind and metadata, or take it out.',
  'api-version': 'This Kubernetes object has no apiVersion; add one, such as v1 or apps/v1.',
  'api-version-form': 'This apiVersion is not one that a cluster could have; write it as v1 or apps/v1.',
  kind: 'This Kubernetes object has no kind; add one, such as ConfigMap.',
  'kind-form': 'This kind is not one that a cluster could have; write it in letters and digits, as ConfigMap.',
  name: 'This Kubernetes object has no metadata.name; add one.',
  'name-form':
    'A cluster would refuse this name; use at most 253 lower case letters, digits, hyphens and dots, and begin and end with a letter or digit.',
}

function manifestInvalid(words: Words): string {
  const reason = words.text('reason', 'object')
  if (reason === 'repeated')
    return `This object is in the manifest already, in line ${words.text('first')}; take one of the two out.`
  return known(MANIFEST_REASONS, reason) ?? 'A cluster would refuse this manifest; look it over.'
}

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
  return 'This is not valid YAML; correct it at this place.'
}
