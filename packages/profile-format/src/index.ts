export { DOCUMENT_KINDS } from './detect-kind.ts'
export type { DocumentKind } from './detect-kind.ts'
export { LAYERS, PACK_TYPES, PROFILE_TYPES, VARIABLE_FORMATS, VARIABLE_INPUT_TYPES } from './document.ts'
export type {
  DocumentManifest,
  DocumentPack,
  DocumentVariable,
  LayerKind,
  PackType,
  ProfileDocument,
  ProfileType,
  RegistryReference,
  VariableFormat,
  VariableInputType,
  VariableOption,
} from './document.ts'
export { contentDisposition, exportFileName } from './export-file-name.ts'
export { DEFAULT_LIMITS } from './limits.ts'
export type { Limits } from './limits.ts'
export { MASK, QUOTED_MASK } from './mask.ts'
export { parsePackSchema, secretPaths } from './pack-schema.ts'
export type { PackSchemaEntry } from './pack-schema.ts'
export { isBlocking, problemGroup } from './problem-group.ts'
export { problemMessage } from './problem-message.ts'
export { PROBLEM_CODES, PROBLEM_GROUPS } from './problems.ts'
export type { Problem, ProblemCode, ProblemGroup, ProblemSeverity, TextPosition } from './problems.ts'
export {
  compareVersions,
  isFloatingTag,
  isSemVer,
  matchesFloatingTag,
  nearestVersions,
  nextFreeVersion,
  versionSortKey,
} from './profile-version.ts'
export type { NearVersion } from './profile-version.ts'
export { readDocument } from './read-document.ts'
export type { DocumentFormat, ReadOptions, ReadResult } from './read-document.ts'
export { findReferences, isReferenceOnly } from './references.ts'
export { serializeDocument } from './serialize-document.ts'
export type { SerializeOptions } from './serialize-document.ts'
export { checkYamlText } from './yaml-check.ts'
