export { packNameOf } from './choose-catalogue.ts'
export { DOCUMENT_KINDS } from './detect-kind.ts'
export type { DocumentKind } from './detect-kind.ts'
export { diffDocuments } from './diff-documents.ts'
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
export { checkPacks } from './check-packs.ts'
export type { PackCheck } from './check-packs.ts'
export { contentDisposition, exportFileName } from './export-file-name.ts'
export type { ExportName } from './export-file-name.ts'
export { fillText } from '@waybill/layer-text'
export { DEFAULT_LIMITS } from './limits.ts'
export type { Limits } from './limits.ts'
export { locateInFile } from './locate-in-file.ts'
export type { FilePlace } from './locate-in-file.ts'
export { checkMacros, resolveMacro } from './macro-rules.ts'
export type { MacroDefinition, ScopedMacro } from './macro-rules.ts'
export { listSecrets, maskDocument } from './mask-document.ts'
export type { MaskedSecret, MaskRequest } from './mask-document.ts'
export { documentTexts, inspectDocument, manifestId, valuesId } from './mask-document-texts.ts'
export type { DocumentContext, DocumentText } from './mask-document-texts.ts'
export { survivingSecrets } from './mask-secrets.ts'
export { parsePackConstraints, parsePackResources } from './pack-constraints.ts'
export type { DependencyType, PackDependency } from './pack-constraints.ts'
export { parsePackSchema, secretPaths } from './pack-schema.ts'
export type { PackSchemaEntry } from './pack-schema.ts'
export { packsApart } from './plan-dependencies.ts'
export { planIdentity } from './plan-identity.ts'
export { planImport } from './plan-import.ts'
export type { PlanInput } from './plan-import.ts'
export type {
  Change,
  ChangeKind,
  ExistingVersion,
  ImportDecisions,
  ImportFacts,
  ImportPlan,
  KnownPackVersion,
  MacroNeed,
  MaskDecision,
  MaskedValue,
  PackCandidate,
  PlannedLayer,
  ScopeKind,
} from './plan-types.ts'
export { isBlocking, problemGroup } from './problem-group.ts'
export { problemMessage } from './problem-message.ts'
export { PROBLEM_CODES, PROBLEM_GROUPS } from './problems.ts'
export type { Problem, ProblemCode, ProblemGroup, ProblemSeverity } from './problems.ts'
export { checkProfile } from './profile-rules.ts'
export {
  compareVersions,
  isFloatingTag,
  isSemVer,
  matchesFloatingTag,
  nearestVersions,
  nextFreeVersion,
  versionSortKey,
  versionSortKeyRange,
} from './profile-version.ts'
export type { NearVersion } from './profile-version.ts'
export { readDocument } from './read-document.ts'
export type { DocumentFormat, ReadOptions, ReadResult } from './read-document.ts'
export { resolveReferences } from './resolve-references.ts'
export type { ReferenceContext } from './resolve-references.ts'
export { serializeDocument } from './serialize-document.ts'
export type { SerializeOptions } from './serialize-document.ts'
export { serializeTerraform } from './serialize-terraform.ts'
export type { TerraformOptions } from './serialize-terraform.ts'
export { keptValue, scalarAt } from '@waybill/layer-text'
export { checkYamlText } from './yaml-check.ts'
