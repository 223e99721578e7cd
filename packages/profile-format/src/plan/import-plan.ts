import type { MaskSurroundings } from '@waybill/layer-text'
import type { DocumentVariable, LayerKind, PackType, ProfileDocument, RegistryReference } from '../document/document.ts'
import type { EmptyValue } from '../empty-values/empty-value.ts'
import type { Problem } from '../problems/problems.ts'

/** Where a profile can stand. */
export type ScopeKind = 'tenant' | 'project'

/** How one masked place is settled. `place` is MaskedValue.id. */
export type MaskDecision =
  | { place: string; action: 'fill'; value: string }
  | { place: string; action: 'leave-empty' }
  | { place: string; action: 'keep' }

/** What the caller has chosen on top of the file. Everything is optional; indexes are positions in `spec.template.packs`. */
export interface ImportDecisions {
  name?: string
  version?: string
  publish?: boolean
  /** pack index → registry uid here */
  registries?: Readonly<Record<string, string>>
  /** pack index → version here, in place of the file's */
  packVersions?: Readonly<Record<string, string>>
  /** Indexes of add-ons that are not imported. */
  leftOut?: readonly number[]
  /** pack index → values in place of the file's */
  values?: Readonly<Record<string, string>>
  macros?: readonly { name: string; value: string; scope: ScopeKind }[]
  masks?: readonly MaskDecision[]
  /** For every masked place without a decision of its own; `keep` leaves those open that have nothing to keep. */
  remainingMasks?: 'leave-empty' | 'keep'
}

/** A pack version that stands in a registry of the target tenant. */
export interface PackCandidate {
  packUid: string
  name: string
  version: string
  layer: LayerKind
  type: PackType
  cloudTypes: readonly string[]
  registry: Required<RegistryReference> & { uid: string; name: string }
  /** Raw schema.yaml, empty when the pack has none: declared secret paths and rules of values are read out of it. */
  schema: string
  /** The pack's own values.yaml where the schema makes something readonly; may be empty for any other pack. */
  defaults: string
  /** JSON of pack.json's `constraints`. */
  constraints: string
}

/** The pack of a layer that stands here already. */
export interface KeptPack {
  pack: PackCandidate
  /** False when its registry does not hold it any more. */
  isHere: boolean
}

/** A pack version known here by name only, to suggest in place of one that is missing or does not fit. */
export interface KnownPackVersion {
  name: string
  version: string
  registryUid: string
  registryName: string
}

/** A version of the same name that the target scope already has; texts only for the newest. */
export interface ExistingVersion {
  uid: string
  version: string
}

/** All that planning needs to know of the target. Gathered in a constant number of statements. */
export interface ImportFacts {
  scope: { kind: ScopeKind; uid: string; name: string }
  /** Permission names the caller holds in the scope, e.g. `clusterProfile.publish`. */
  permissions: readonly string[]
  /** Permission names the caller holds in the tenant scope (to create tenant macros). */
  tenantPermissions: readonly string[]
  registries: readonly (Required<RegistryReference> & { uid: string; name: string })[]
  /** The tenant's setting: the only holder of a pack does not stand for a registry that is not here. */
  registriesMustMatch?: boolean
  /** By layer index, the packs of layers of a profile here that a change leaves with what they have. */
  kept?: ReadonlyMap<number, KeptPack>
  /** Every pack version whose (name, version) or (name, tag pattern) or decided version a layer asks for; names as `packNameOf` and as they stand. */
  candidates: readonly PackCandidate[]
  /** Versions of packs that have no candidate, and of those that `packsApart` names. */
  knownVersions: readonly KnownPackVersion[]
  /** Macros visible in the scope; what they hold only where macros are to be created beside them. */
  macros: readonly { name: string; scope: 'project' | 'tenant' | 'system'; value?: string }[]
  /** Versions in the target scope of the planned name. */
  existing: readonly ExistingVersion[]
  /** Whether the tenant has a profile of the planned name, where the target is a project: both are listed there. */
  isNameOfTenant?: boolean
  /** The newest of `existing` as a document with true texts, to compare with and to keep values from. */
  newest: { uid: string; document: ProfileDocument } | null
}

/** One masked place of the document, ready for a form field. */
export interface MaskedValue {
  /** Stable for one document: `packs[1].values#charts.hspc.password`, `packs[3].manifests[0]#data.key`, `variables[2].defaultValue`. */
  id: string
  path: string
  /** Place inside the text; the variable's name where the place is a variable's. */
  valuePath: string
  /** Empty where the place is a variable's. */
  layerName: string
  /** Name of the manifest; empty where the place is in the layer's values, or a variable's. */
  manifest: string
  /** From schema.yaml `hints`; empty without one. */
  hint: string
  /** Where the mask is a part of its value: what stands around it. */
  around?: MaskSurroundings
  /** Whether the newest version here has a value at the same place. */
  isKeepable: boolean
  isSettled: boolean
}

/** One layer with where it comes from here. */
export interface PlannedLayer {
  index: number
  name: string
  layer: LayerKind
  type: PackType
  version: string
  tag: string | undefined
  /** Texts are filled where masks are settled, so they may hold secrets: for writing, not for answers. */
  values: string | undefined
  manifests: readonly { name: string; content: string }[]
  /** As the file says. */
  source: RegistryReference
  /** What the layer will come from; null when nothing can be chosen. Manifest layers need no registry and have `null`. */
  chosen: PackCandidate | null
  candidates: readonly PackCandidate[]
  /** Why `chosen` was chosen. */
  choice: 'decision' | 'uid' | 'same-name' | 'only' | 'none' | 'not-needed'
  /** Versions here to choose instead, nearest first, when the file's is missing or breaks what a pack says of another. */
  alternatives: readonly (KnownPackVersion & { order: 'older' | 'newer' })[]
}

/** A layer of the file that something was decided about. */
export interface DecidedLayer {
  index: number
  name: string
  /** As the file says. */
  version: string
}

/** A macro that the layers refer to, and whether it is there. */
export interface MacroNeed {
  name: string
  isDefined: boolean
  isCreated: boolean
  usedIn: readonly string[]
}

/** What became of a field. */
export type ChangeKind = 'added' | 'removed' | 'changed'

/** One field-level difference; values are masked and cut to one line, absent for texts. */
export interface Change {
  kind: ChangeKind
  /** `version`, `labels.env`, `layers[hello-universe].version`, `layers[…].values`, `variables[x].regex` … */
  path: string
  before?: string
  after?: string
}

/** The one answer that screen, API and import share. */
export interface ImportPlan {
  target: { kind: ScopeKind; uid: string; name: string }
  name: string
  version: string
  publish: boolean
  /** As it was read: masks stay masks. What is written stands in `layers` and `variables`. */
  document: ProfileDocument
  problems: readonly Problem[]
  layers: readonly PlannedLayer[]
  /** Layers of the file that are not imported, and those whose values were edited. */
  leftOut: readonly DecidedLayer[]
  editedValues: readonly DecidedLayer[]
  /** True when more than one registry here holds some pack. */
  needsRepositories: boolean
  masked: readonly MaskedValue[]
  /** Masked places that are left without a value, as they stand in what is written. */
  emptyValues: readonly EmptyValue[]
  macros: readonly MacroNeed[]
  macrosToCreate: readonly { name: string; value: string; scope: ScopeKind }[]
  /** Filled like the layers' texts. */
  variables: readonly DocumentVariable[]
  /** Lowest free version above the planned one; equals it when it is free. */
  nextVersion: string
  comparedWith: { uid: string; version: string } | null
  changes: readonly Change[]
  /** Grows when anything that decides the outcome changes; the API hashes it for the stale-plan check. Holds no value in clear that is secret. */
  fingerprint: string
}
