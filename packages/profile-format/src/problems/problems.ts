import type { TextPosition } from '@waybill/layer-text'

/**
 * What can be wrong with a document, or with importing it here. The group is the wizard's heading, the title a noun phrase;
 * `problemMessage` makes the sentence. Nothing here may quote the file's values: only names, places, numbers and limits.
 * The comment of each code lists its params; `?` marks those that may be absent.
 */
export const PROBLEM_CODES = [
  // reading
  'UnsupportedMedia', // media: what the file is, with its article
  'FileTooLarge', // limit, actual: bytes
  'Encoding', // encoding? (UTF-16, UTF-32, lone surrogate), or byte, line, column of the first byte that is no UTF-8
  'Empty',
  'MalformedJson', // expected, found: words that quote nothing; looksLike: DocumentKind
  'MalformedYaml', // expected; found?: words that quote nothing
  'DuplicateKey', // key
  'ForbiddenKey', // key
  'LimitExceeded', // what: a name in LIMITS, macroDepth, macroBytes or problems; limit; actual?; name? of the macro
  'NotAProfile', // looksLike: DocumentKind
  // shape
  'MissingField', // field; default? of a warning: what is taken
  'WrongType', // expected: with its article; found? (one inside a text in quotes)
  'InvalidCharacter', // character: U+202E
  'UnknownLayer', // allowed: list
  'UnknownPackType', // allowed: list
  'UnknownProfileType', // allowed: list
  'InvalidValue', // allowed: list
  'InvalidVersion',
  'InvalidName', // field
  'DuplicateName', // name; what: layer, macro, variable
  'DuplicateManifest', // name of the layer, manifest, first: path of the one before
  'UnknownField', // field
  'MacroCycle', // cycle: list of names
  // texts
  'YamlInvalid', // reason: syntax, duplicate-key, unknown-tag, unknown-anchor; taken? (last) of a warning
  'YamlLimit', // name: a name in LIMITS; limit
  'ManifestInvalid', // reason: object, api-version(-form), kind(-form), name(-form), repeated (first: line)
  // profile rules
  'LayerNotAllowed', // name, layer; type of the profile, or expected: the pack's layer
  'LayerMissing', // layer, type, cloudType
  'LayerRepeated', // name, layer
  'CloudTypeNotAllowed', // cloudType, type; or name, cloudType, cloudTypes: list of the pack's
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
  'PackVariablesUndefined', // variable; usedIn: list of paths
  'VariableUnused', // variable
  // target
  'ClusterProfileAlreadyExists', // name, version, nextVersion
  'NameOfTenant', // name
  'PackNotFound', // name, version, registry; kept? of a warning: the layer stays as it is
  'PackVersionNotFound', // name, version, registry; available: list, nearest first
  'PackUidUnknown', // name, packUid; of a warning: version, chosen
  'PackNotInRegistry', // name, version, registry; candidates: list
  'RegistryNotFound', // name, version, registry; candidates: list; or chosen of a warning
  'RegistryUnread', // name, version, registry; reason: unreachable, unauthorised, timeout or another fault of its answer
  'RegistryAmbiguous', // name, version, registry; candidates: list
  'FloatingTag', // name, tag, version
  'MacroUndefined', // macro; usedIn: list of paths
  'MacroExists', // macro, scope
  'MaskedValues', // name? of the layer; place: MaskedValue.id
  'MaskInComment', // name of the layer, line in its text, count
  'MaskInProse', // what: description, label or variable; name of the label or variable
  'PermissionMissing', // permission, scope
  'DecisionInvalid', // decision: a name in ImportDecisions; name? or index?
  // export
  'SecretInName', // what: profile, label, layer, registry, manifest, variable
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** An error refuses the document; a warning does not. */
export type ProblemSeverity = 'error' | 'warning'

/** The wizard's groups, worst first. */
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

/** A fact about one place of a document. Texts are made from code and params alone, so every surface says the same. */
export interface Problem {
  code: ProblemCode
  severity: ProblemSeverity
  /** Place in the document, e.g. `spec.template.packs[2].values`; empty for the whole file. */
  path: string
  /** The same for people, by layer and key: `layer web, values, line 12`; absent where only the whole file is meant. */
  place?: string
  /** Place inside the YAML text at `path`, e.g. `charts.hspc.password`. */
  valuePath?: string
  /** In the file for problems of reading and shape; in the text at `path` for problems of texts. */
  position?: TextPosition
  params: Readonly<Record<string, string | number | readonly string[]>>
}
