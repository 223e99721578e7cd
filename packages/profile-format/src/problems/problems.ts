import type { TextPosition } from '@waybill/layer-text'

/**
 * Everything that can be wrong with a document, or with importing it here. `problemGroup` gives the wizard's heading
 * for a code, `problemMessage` its sentence. Params must not quote values from the file: only names, places, numbers
 * and limits. The comment after each code lists its params; `?` marks optional ones.
 */
export const PROBLEM_CODES = [
  // reading
  'UnsupportedMedia', // media: what the file is, with its article ("an image")
  'FileTooLarge', // limit, actual: bytes
  'Encoding', // encoding? (UTF-16, UTF-32, lone surrogate), or byte, line, column of the first byte that is not UTF-8
  'Empty',
  'MalformedJson', // expected, found: words that quote nothing; looksLike: DocumentKind
  'MalformedYaml', // expected; found?: as above
  'DuplicateKey', // key
  'ForbiddenKey', // key
  'LimitExceeded', // what: a name in LIMITS, macroDepth, macroBytes or problems; limit; actual?; name? of the macro
  'NotAProfile', // looksLike: DocumentKind; layersAt?: path of layers in the wrong place
  // shape
  'MissingField', // field; default?: for a warning, the value used instead
  'WrongType', // expected: with its article; found? ("one inside a text in quotes")
  'InvalidCharacter', // character: as U+202E
  'UnknownLayer', // allowed: list
  'UnknownPackType', // allowed: list
  'UnknownProfileType', // allowed: list
  'InvalidValue', // allowed: list
  'InvalidVersion',
  'InvalidName', // field
  'DuplicateName', // name; what: layer, macro, variable, display name
  'DuplicateManifest', // name of the layer, manifest, first: path of the other
  'UnknownField', // field
  'MacroCycle', // cycle: list of names; name? of the macro that leads there
  // texts
  'YamlInvalid', // reason: syntax, duplicate-key, unknown-tag, unknown-anchor; taken?: `last`, for a warning
  'YamlLimit', // name: a name in LIMITS; limit
  'ManifestInvalid', // reason: object, api-version(-form), kind(-form), name(-form), repeated (first: line)
  // profile rules
  'LayerNotAllowed', // name, layer; type of the profile, or expected: the pack's layer
  'LayerMissing', // layer, type, cloudType
  'LayerRepeated', // name, layer
  'CloudTypeNotAllowed', // cloudType, type; or name, cloudType, cloudTypes: list of those the pack supports
  // what packs declare
  'PackDependencyMissing', // name, version, dependency; minVersion?, maxVersion?
  'PackDependencyVersion', // name, version, dependency, found; minVersion?, maxVersion?
  'PackConflict', // name, version, dependency, found; minVersion?, maxVersion?
  'PackValueMissing', // name, place
  'PackValueInvalid', // name, place; reason: type (expected), range (min, max), list (allowed), pattern (pattern), template (format)
  'PackValueReadonly', // name, place
  // variables
  'VariableInvalid', // variable; reason: VariableReason
  'RegexInvalid', // variable; reason: too-long, too-many-repeats, syntax; limit
  'PackVariablesUndefined', // variable; usedIn: list of places in words
  'VariableUnused', // variable
  // target
  'ClusterProfileAlreadyExists', // name, version, nextVersion
  'NameOfTenant', // name
  'PackNotFound', // name, version, registry; kept?: for a warning, the layer stays as it is
  'PackVersionNotFound', // name, version, registry; available: list, nearest first
  'PackUidUnknown', // name, packUid; for a warning also version, chosen
  'PackUidContradicted', // name, packUid, version of its pack; sent: a tag or version that does not match it; taken, for a warning: uid
  'PackNotInRegistry', // name, version, registry; candidates: list
  'RegistryNotFound', // name, version, registry; candidates: list; for a warning, chosen instead
  'RegistryUnread', // name, version, registry; reason: unreachable, unauthorised, timeout or another fault in its response
  'RegistryAmbiguous', // name, version, registry; candidates: list
  'FloatingTag', // name, tag, version
  'MacroUndefined', // macro; usedIn: list of places in words
  'MacroExists', // macro, scope
  'MaskedValues', // name? of the layer; place: MaskedValue.id
  'MaskInComment', // name of the layer, line in its text, count
  'MaskInProse', // what: description, label or variable; name of the label or variable
  'PermissionMissing', // permission, scope
  'DecisionInvalid', // decision: a name in ImportDecisions; name? or index?
  // export
  'SecretInName', // what: profile, label, layer, registry, manifest, variable, version
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** An error stops the import; a warning does not. */
export type ProblemSeverity = 'error' | 'warning'

/** The wizard's headings, most severe first. */
export const PROBLEM_GROUPS = [
  'file',
  'name',
  'packs',
  'macros',
  'masked',
  'values',
  'variables',
  'unknown',
  'permissions',
] as const
export type ProblemGroup = (typeof PROBLEM_GROUPS)[number]

/**
 * One thing that is wrong at one place of a document. Messages are made from code and params alone, so all surfaces
 * agree.
 */
export interface Problem {
  code: ProblemCode
  severity: ProblemSeverity
  /** Place in the document, e.g. `spec.template.packs[2].values`; empty for the whole file. */
  path: string
  /** The same in words, by layer and key: `layer web, values, line 12`; absent for the whole file. */
  place?: string
  /** Place inside the YAML text at `path`, e.g. `charts.hspc.password`. */
  valuePath?: string
  /** Within the file for problems of reading and shape; within the text at `path` for problems in texts. */
  position?: TextPosition
  params: Readonly<Record<string, string | number | readonly string[]>>
}
