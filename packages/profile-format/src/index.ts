export { packNameOf, packNamesOf } from './packs/choose/choose-catalogue.ts'
export {
  BARE_TAG,
  EMPTY_VARIABLE,
  LAYERS,
  PACK_TYPES,
  PROFILE_TYPES,
  VARIABLE_FORMATS,
  VARIABLE_INPUT_TYPES,
} from './document/document.ts'
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
} from './document/document.ts'
export { checkPacks } from './packs/check-packs.ts'
export type { PackCheck } from './packs/check-packs.ts'
export { compareDocuments } from './diff/compare-documents.ts'
export type { CompareRequest } from './diff/compare-documents.ts'
export type { EmptyValue } from './empty-values/empty-value.ts'
export { fillEmptyValues } from './empty-values/fill-empty-values.ts'
export { stillEmptyValues } from './empty-values/still-empty-values.ts'
export { contentDisposition, exportFileName } from './write/export-file-name.ts'
export type { ExportName } from './write/export-file-name.ts'
export { LIMITS, installedLimits, installLimits, LIMIT_SETTINGS } from './limits.ts'
export type { InstalledLimits } from './limits.ts'
export { misplacedLayers } from './document/layer-places.ts'
export { locateInFile } from './read/locate-in-file.ts'
export type { FilePlace } from './read/locate-in-file.ts'
export { checkMacros, resolveMacro } from './references/macro-rules.ts'
export type { MacroDefinition } from './references/macro-rules.ts'
export { listSecrets, maskDocument } from './masking/mask-document.ts'
export { previewExport } from './masking/preview/preview-export.ts'
export type { ExportPreview, Finding } from './masking/preview/preview-export.ts'
export { maskDescribed, shownLabels } from './masking/mask-prose.ts'
export { manifestId, valuesId } from './document/document-texts.ts'
export { secretsInNames } from './masking/names.ts'
export { secretAt, survivingSecrets } from './masking/surviving-secrets.ts'
export { DEPENDENCY_TYPES, parsePackConstraints, parsePackResources } from './packs/pack-constraints.ts'
export type { PackGrounds } from './plan/masks/declared-kinds.ts'
export { checkManifestText, checkValues } from './plan/checked-texts.ts'
export type { TextMemory } from './plan/checked-texts.ts'
export { brokenConstraint } from './packs/broken-constraint.ts'
export type { ConstrainedPack } from './packs/broken-constraint.ts'
export { parsePackSchema, secretPaths } from './packs/schema/pack-schema.ts'
export type { PackSchemaEntry } from './packs/schema/pack-schema.ts'
export { packsInConflict } from './plan/layers/plan-dependencies.ts'
export { planIdentity } from './plan/plan-identity.ts'
export { planImport } from './plan/plan-import.ts'
export type { PlanInput } from './plan/plan-import.ts'
export type {
  Change,
  ImportDecisions,
  ImportFacts,
  ImportPlan,
  KeptPack,
  KnownPackVersion,
  PackCandidate,
  PlannedLayer,
} from './plan/import-plan.ts'
export { isBlocking } from './problems/problem-at.ts'
export { problemGroup } from './problems/problem-group.ts'
export { layerIndexOf, withoutFile, withPlaces } from './problems/problem-place.ts'
export { problemMessage } from './problems/problem-message.ts'
export { PROBLEM_GROUPS } from './problems/problems.ts'
export type { Problem, ProblemCode, ProblemGroup } from './problems/problems.ts'
export { requiredLayers } from './rules/profile-rules.ts'
export { checkVariables } from './rules/variables/variable-rules.ts'
export {
  compareVersions,
  isFloatingTag,
  matchesFloatingTag,
  nearestVersions,
  versionSortKey,
  versionSortKeyRange,
} from './rules/profile-version.ts'
export { readDocument } from './read/read-document.ts'
export type { ReadOptions, ReadResult } from './read/read-document.ts'
export type { DocumentFormat } from './read/read-tree.ts'
export { SYSTEM_REFERENCES } from './references/system-references.ts'
export { resolveReferences } from './references/resolve-references.ts'
export type { ReferenceContext } from './references/resolve-references.ts'
export { serializeDocument } from './write/serialize-document.ts'
export { serializeTerraform } from './write/terraform/serialize-terraform.ts'
export type { TerraformOptions } from './write/terraform/serialize-terraform.ts'
