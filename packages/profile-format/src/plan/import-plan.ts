import type { MaskSurroundings } from '@waybill/layer-text'
import type { DocumentVariable, LayerKind, PackType, ProfileDocument, RegistryReference } from '../document/document.ts'
import type { EmptyValue } from '../empty-values/empty-value.ts'
import type { Problem } from '../problems/problems.ts'

/** The scopes that a profile can be imported into. */
export type ScopeKind = 'tenant' | 'project'

/** The decision about one masked place. `place` is MaskedValue.id. */
export type MaskDecision =
  | { place: string; action: 'fill'; value: string }
  | { place: string; action: 'leave-empty' }
  | { place: string; action: 'keep' }

/** The caller's choices on top of the file. Everything is optional; indexes are positions in `spec.template.packs`. */
export interface ImportDecisions {
  name?: string
  version?: string
  publish?: boolean
  /** pack index → registry uid here */
  registries?: Readonly<Record<string, string>>
  /** pack index → version here, in place of the file's */
  packVersions?: Readonly<Record<string, string>>
  /** Indexes of add-on layers to leave out of the import. */
  leftOut?: readonly number[]
  /** pack index → values in place of the file's */
  values?: Readonly<Record<string, string>>
  macros?: readonly { name: string; value: string; scope: ScopeKind }[]
  masks?: readonly MaskDecision[]
  /**
   * Applies to every masked place without a decision of its own; `keep` leaves those unsettled that have nothing to
   * keep.
   */
  remainingMasks?: 'leave-empty' | 'keep'
}

/** A pack version in a registry of the target tenant. */
export interface PackCandidate {
  packUid: string
  name: string
  version: string
  layer: LayerKind
  type: PackType
  cloudTypes: readonly string[]
  registry: Required<RegistryReference> & { uid: string; name: string }
  /** Raw schema.yaml, empty when the pack has none: the source of declared secret paths and rules for values. */
  schema: string
  /** The pack's own values.yaml if the schema has readonly paths; may be empty otherwise. */
  defaults: string
  /** JSON of pack.json's `constraints`. */
  constraints: string
}

/** The pack of a layer in a profile that is already here. */
export interface KeptPack {
  pack: PackCandidate
  /** False when its registry no longer holds it. */
  isHere: boolean
}

/** A pack version known here by name only, to suggest when a version is missing or does not fit. */
export interface KnownPackVersion {
  name: string
  version: string
  registryUid: string
  registryName: string
}

/** A version of the same name that already exists in the target scope. */
export interface ExistingVersion {
  uid: string
  version: string
}

/** Everything that planning needs to know about the target. Read with a constant number of statements. */
export interface ImportFacts {
  scope: { kind: ScopeKind; uid: string; name: string }
  /** Permission names the caller holds in the scope, e.g. `clusterProfile.publish`. */
  permissions: readonly string[]
  /** Permission names the caller holds in the tenant scope (to create tenant macros). */
  tenantPermissions: readonly string[]
  registries: readonly (Required<RegistryReference> & { uid: string; name: string })[]
  /** The tenant's setting: the only registry that holds a pack must not replace one that is not here. */
  registriesMustMatch?: boolean
  /** By layer index: the packs of a profile's layers that a change leaves untouched. */
  kept?: ReadonlyMap<number, KeptPack>
  /**
   * Every pack version that a layer asks for by (name, version), by (name, tag pattern) or by decision. Names are
   * looked up both as written and as `packNameOf` gives them.
   */
  candidates: readonly PackCandidate[]
  /** Versions of packs that have no candidate, and of those that `packsInConflict` returns. */
  knownVersions: readonly KnownPackVersion[]
  /** Macros visible in the scope; with values only when the import creates macros beside them. */
  macros: readonly { name: string; scope: 'project' | 'tenant' | 'system'; value?: string }[]
  /** Versions of the planned name in the target scope. */
  existing: readonly ExistingVersion[]
  /**
   * When the target is a project: whether the tenant has a profile of the planned name, since the project lists both.
   */
  isNameOfTenant?: boolean
  /** The newest of `existing` as a document with true values, to compare with and to keep values from. */
  newest: { uid: string; document: ProfileDocument } | null
}

/** One masked place of the document, as a form needs it. */
export interface MaskedValue {
  /**
   * Stable for one document: `packs[1].values#charts.hspc.password`, `packs[3].manifests[0]#data.key`,
   * `variables[2].defaultValue`.
   */
  id: string
  path: string
  /** Path inside the text, or the variable's name. */
  valuePath: string
  /** Empty for a variable. */
  layerName: string
  /** Name of the manifest; empty for the layer's values and for a variable. */
  manifest: string
  /** From schema.yaml `hints`; empty without one. */
  hint: string
  /** The text around the mask, when the mask is only part of its value. */
  around?: MaskSurroundings
  /** Whether the newest version here has a value at the same place. */
  isKeepable: boolean
  isSettled: boolean
}

/** One layer and the registry that it comes from here. */
export interface PlannedLayer {
  index: number
  name: string
  layer: LayerKind
  type: PackType
  version: string
  tag: string | undefined
  /** With settled masks filled, so it may contain secrets: for writing to the database, not for responses. */
  values: string | undefined
  manifests: readonly { name: string; content: string }[]
  /** As written in the file. */
  source: RegistryReference
  /**
   * The pack that the layer will use; null when none can be chosen, and for manifest layers, which need no registry.
   */
  chosen: PackCandidate | null
  candidates: readonly PackCandidate[]
  /** Why `chosen` was chosen. */
  choice: 'decision' | 'uid' | 'same-name' | 'only' | 'none' | 'not-needed'
  /** Versions here to choose instead, nearest first, when the file's is missing or breaks another pack's constraint. */
  alternatives: readonly (KnownPackVersion & { order: 'older' | 'newer' })[]
}

/** A layer of the file that a decision is about. */
export interface DecidedLayer {
  index: number
  name: string
  /** As written in the file. */
  version: string
}

/** A macro that the layers refer to, and whether it exists or will be created. */
export interface MacroNeed {
  name: string
  isDefined: boolean
  isCreated: boolean
  usedIn: readonly string[]
}

/** How a field changed. */
export type ChangeKind = 'added' | 'removed' | 'changed'

/** One difference in a field; values are masked and cut to one line, and absent for texts. */
export interface Change {
  kind: ChangeKind
  /** `version`, `labels.env`, `layers[hello-universe].version`, `layers[…].values`, `variables[x].regex` … */
  path: string
  before?: string
  after?: string
}

/** The plan of an import: the one result that console, API and import share. */
export interface ImportPlan {
  target: { kind: ScopeKind; uid: string; name: string }
  name: string
  version: string
  publish: boolean
  /** As it was read, with its masks. What will be written is in `layers` and `variables`. */
  document: ProfileDocument
  problems: readonly Problem[]
  layers: readonly PlannedLayer[]
  /** Layers of the file that are not imported, and those whose values were edited. */
  leftOut: readonly DecidedLayer[]
  editedValues: readonly DecidedLayer[]
  /** True when more than one registry here holds some pack. */
  needsRepositories: boolean
  masked: readonly MaskedValue[]
  /** Masked places that stay without a value, at their positions in what will be written. */
  emptyValues: readonly EmptyValue[]
  macros: readonly MacroNeed[]
  macrosToCreate: readonly { name: string; value: string; scope: ScopeKind }[]
  /** With settled masks filled, like the layers' texts. */
  variables: readonly DocumentVariable[]
  /** The planned version when it is free, otherwise the lowest free version above it. */
  nextVersion: string
  comparedWith: { uid: string; version: string } | null
  changes: readonly Change[]
  /**
   * Differs whenever anything that decides the outcome differs; the API hashes it to detect a stale plan. Contains no
   * secret in clear.
   */
  fingerprint: string
}
