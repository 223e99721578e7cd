import type { Sentence } from './sentences-file.ts'
import type { ProblemCode } from './problems.ts'
import { versionNamed, type Words } from './words.ts'

const VARIABLE_REASONS: Readonly<Record<string, string>> = {
  name: 'has a name that cannot be referred to; use letters, digits, dashes and underscores',
  'options-missing': 'is a dropdown without options; add one',
  'options-unused': 'has options although it is no dropdown; they are kept but not offered',
  'option-default-repeated': 'has more than one default option; keep one',
  'option-format': 'has an option that does not fit its format; change the option or the format',
  'default-missing-hidden': 'is required and hidden, so it needs a default value',
  'default-missing-immutable': 'is read-only, so it needs a default value',
  'default-not-an-option': 'has a default value that is not one of its options; choose one of them',
  'default-format': 'has a default value that does not fit its format; change one of the two',
  'default-regex': 'has a default value that its regular expression does not match; change one of the two',
  'default-reference': 'refers to another variable in its default value; write the value itself',
}

const REGEX_REASONS: Readonly<Record<string, string>> = {
  'too-long': 'is too long; shorten it',
  'too-many-repeats': 'repeats too much; lower its repeat counts',
}

const UNREAD_REASONS: Readonly<Record<string, string>> = {
  unreachable: 'nothing answers at its address',
  timeout: 'it took too long to answer',
  unauthorised: 'it does not accept the credentials that are stored here',
  'forbidden-url': 'Waybill must not call its address',
}

const reasonOf = (reasons: Readonly<Record<string, string>>, reason: string, otherwise: string) =>
  Object.hasOwn(reasons, reason) ? (reasons[reason] ?? otherwise) : otherwise

function layerNotAllowed(words: Words): string {
  const [name, layer] = [words.text('name', 'This pack'), words.text('layer', 'this')]
  return words.has('expected')
    ? `${name} is in the layer ${layer}, but its pack belongs in ${words.text('expected')}; change the layer.`
    : `${name} is in the layer ${layer}, which a profile of type ${words.text('type', 'this')} cannot have; remove it or change the type.`
}

function cloudTypeNotAllowed(words: Words): string {
  if (!words.has('cloudTypes')) return 'Only add-on profiles can be for all clouds; name the cloud.'
  return `${words.text('name', 'The pack')} is made for ${words.list('cloudTypes')}, not for ${words.text('cloudType', 'this cloud')}; choose another pack or cloud.`
}

const holdersOf = (words: Words) =>
  words.has('candidates') ? `choose one that does: ${words.list('candidates')}` : 'choose one that does'

function registryNotFound(words: Words): string {
  const registry = words.text('registry', 'of the file')
  return words.has('chosen')
    ? `The registry ${registry} does not hold ${versionNamed(words)} here; it is taken from ${words.text('chosen')}.`
    : `The registry ${registry} is not here, so it cannot hold ${versionNamed(words)}; ${holdersOf(words)}.`
}

function packUidUnknown(words: Words): string {
  const [name, uid] = [words.text('name', 'this layer'), words.text('packUid')]
  return words.has('chosen')
    ? `No pack for ${name} has the uid ${uid} here; ${words.text('version')} of ${words.text('chosen')} is taken, as name, tag and registry say.`
    : `No pack for ${name} has the uid ${uid} here; send the uid of one that is here, or name, tag and registryUid without a uid.`
}

function packNotFound(words: Words): string {
  return words.has('kept')
    ? `${versionNamed(words)} is no longer in its registry; the layer stays as it is.`
    : `${versionNamed(words)} is in no registry here; add or sync a registry that holds it.`
}

function masked(words: Words): string {
  const of = words.has('name') ? ` of ${words.text('name')}` : ''
  return `A value${of} is masked; enter it, keep the value of a version here, or leave it empty.`
}

function maskInComment(words: Words): string {
  const name = words.text('name', 'a layer')
  return words.isOne('count')
    ? `A comment of ${name} holds a mask, at line ${words.count('line')}; nothing has to be filled in there, so it stays.`
    : `Comments of ${name} hold masks at ${words.count('count')} lines, the first at line ${words.count('line')}; nothing has to be filled in there, so they stay.`
}

function proseOf(words: Words): string {
  const what = words.text('what', 'description')
  if (what === 'label') return `The label ${words.quoted('name')}`
  return what === 'variable' ? `A text about the variable ${words.quoted('name')}` : 'The description'
}

const scopeOf = (words: Words) => (words.has('scope') ? `in the scope ${words.text('scope')}` : 'here')

/** Sentences about the rules of profiles and about importing one here. */
export const TARGET_SENTENCES = {
  LayerNotAllowed: layerNotAllowed,
  LayerMissing: (words) =>
    `The profile has no ${words.text('layer', 'such')} layer, which type ${words.text('type', 'this')} needs; add one.`,
  LayerRepeated: (words) =>
    `${words.text('name', 'A pack')} is a second ${words.text('layer', 'such')} layer; only add-on layers may be repeated, so remove one.`,
  CloudTypeNotAllowed: cloudTypeNotAllowed,
  VariableInvalid: (words) =>
    `The variable ${words.quoted('variable')} ${reasonOf(VARIABLE_REASONS, words.text('reason', ''), 'is not valid; correct it')}.`,
  RegexInvalid: (words) =>
    `The regular expression of ${words.text('variable', 'the variable')} ${reasonOf(REGEX_REASONS, words.text('reason', ''), 'is not valid RE2; correct it')}.`,
  PackVariablesUndefined: (words) =>
    `The variable ${words.quoted('variable')} is used but not defined in this profile; define it or remove its use.`,
  VariableUnused: (words) => `The variable ${words.quoted('variable')} is used nowhere; remove it if it is not needed.`,
  ClusterProfileAlreadyExists: (words) =>
    `${versionNamed(words)} already exists here; rename it or take ${words.text('nextVersion', 'another version')}.`,
  NameOfTenant: (words) =>
    `The tenant has a profile named ${words.quoted('name')} too; both are listed in this project, so another name is easier to tell apart.`,
  PackNotFound: packNotFound,
  PackUidUnknown: packUidUnknown,
  PackUidContradicted: (words) =>
    words.has('taken')
      ? `${versionNamed(words)} is the pack of the uid ${words.text('packUid')} and does not match ${words.text('sent')}, which was sent beside it; the uid was taken.`
      : `The uid ${words.text('packUid')} is that of ${versionNamed(words)}, not of version ${words.text('sent')}; send only one of them, or those of one pack.`,
  PackNotInRegistry: (words) =>
    `The registry ${words.text('registry')} does not hold ${versionNamed(words)}; ${holdersOf(words)}.`,
  PackVersionNotFound: (words) =>
    `${versionNamed(words)} is in no registry here; choose ${words.anyOf('available')} instead.`,
  RegistryNotFound: registryNotFound,
  RegistryUnread: (words) =>
    `The registry ${words.text('registry')} could not be asked for ${versionNamed(words)}: ${reasonOf(UNREAD_REASONS, words.text('reason', ''), 'it answers something that cannot be used')}.`,
  RegistryAmbiguous: (words) => `More than one registry here holds ${words.text('name', 'the pack')}; choose one.`,
  FloatingTag: (words) =>
    `${words.text('name', 'The pack')} has the floating tag ${words.text('tag')}; ${words.text('version', 'the newest match')} is taken here.`,
  MacroUndefined: (words) => {
    const places = words.size('usedIn')
    return `The macro ${words.quoted('macro')} is not defined here${places > 1 ? `, but used in ${places} places` : ''}; create it.`
  },
  MacroExists: (words) =>
    `The macro ${words.quoted('macro')} already exists ${scopeOf(words)}; it will not be created again, so use its value or choose another name.`,
  MaskedValues: masked,
  MaskInComment: maskInComment,
  MaskInProse: (words) => `${proseOf(words)} contains a mask; it is imported as it is, so rewrite the text afterwards.`,
  PermissionMissing: (words) =>
    `You need the permission ${words.text('permission')} ${scopeOf(words)}; ask an administrator for it.`,
  DecisionInvalid: (words) => {
    const about = words.has('name') ? ` for ${words.text('name')}` : ''
    return `The choice of ${words.text('decision', 'a value')}${about} does not fit this file or what is here; choose again.`
  },
} as const satisfies Partial<Record<ProblemCode, Sentence>>
