import type { ProblemCode, ProblemGroup } from './problems.ts'

const GROUPS: Readonly<Record<ProblemCode, ProblemGroup>> = {
  UnsupportedMedia: 'file',
  FileTooLarge: 'file',
  Encoding: 'file',
  Empty: 'file',
  MalformedJson: 'file',
  MalformedYaml: 'file',
  DuplicateKey: 'file',
  ForbiddenKey: 'file',
  LimitExceeded: 'file',
  NotAProfile: 'file',
  MissingField: 'file',
  WrongType: 'file',
  InvalidCharacter: 'file',
  UnknownLayer: 'packs',
  UnknownPackType: 'packs',
  UnknownProfileType: 'file',
  InvalidValue: 'file',
  InvalidVersion: 'name',
  SecretInName: 'name',
  InvalidName: 'file',
  DuplicateName: 'file',
  DuplicateManifest: 'packs',
  UnknownField: 'unknown',
  MacroCycle: 'macros',
  YamlInvalid: 'values',
  YamlLimit: 'values',
  ManifestInvalid: 'values',
  LayerNotAllowed: 'packs',
  LayerMissing: 'packs',
  LayerRepeated: 'packs',
  CloudTypeNotAllowed: 'packs',
  PackDependencyMissing: 'packs',
  PackDependencyVersion: 'packs',
  PackConflict: 'packs',
  PackValueMissing: 'values',
  PackValueInvalid: 'values',
  PackValueReadonly: 'values',
  VariableInvalid: 'variables',
  RegexInvalid: 'variables',
  PackVariablesUndefined: 'variables',
  VariableUnused: 'variables',
  ClusterProfileAlreadyExists: 'name',
  NameOfTenant: 'name',
  PackNotFound: 'packs',
  PackVersionNotFound: 'packs',
  PackUidUnknown: 'packs',
  PackUidContradicted: 'packs',
  PackNotInRegistry: 'packs',
  RegistryNotFound: 'packs',
  RegistryUnread: 'packs',
  RegistryAmbiguous: 'packs',
  FloatingTag: 'packs',
  MacroUndefined: 'macros',
  MacroExists: 'macros',
  MaskedValues: 'masked',
  MaskInComment: 'masked',
  MaskInProse: 'masked',
  PermissionMissing: 'permissions',
  DecisionInvalid: 'values',
}

const NAME_PATHS = new Set(['metadata.name', 'spec.version'])

/**
 * The wizard's heading for a problem. Problems at the profile's name or version go under `name`, where both can be
 * changed.
 */
export function problemGroup(code: ProblemCode, path = ''): ProblemGroup {
  return NAME_PATHS.has(path) && code !== 'DuplicateKey' ? 'name' : GROUPS[code]
}
