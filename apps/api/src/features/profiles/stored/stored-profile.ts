import type { TextInspection } from '@waybill/secret-finder'
import type {
  DocumentManifest,
  DocumentPack,
  DocumentVariable,
  EmptyValue,
  ProfileType,
  RegistryReference,
} from '@waybill/profile-format'
import type { LayerInspections } from '../../../format-tasks/inspect/inspect-layers.ts'

export type ProfileScope = 'system' | 'tenant' | 'project'
export type Stage = 'draft' | 'published'

/** A profile without its content. */
export interface ProfileHead {
  uid: string
  scope: ProfileScope
  /** Uid of the project, or of the tenant. */
  scopeUid: string
  name: string
  version: string
  type: ProfileType
  cloudType: string
  description: string
  labels: ReadonlyMap<string, string>
  isPublished: boolean
  createdAt: Date
  modifiedAt: Date
}

export interface StoredManifest extends DocumentManifest {
  uid: string
  inspection: TextInspection
}

/**
 * A layer as read. `registry` is what an export writes: from the registry here or, for manifest layers, from the file.
 */
export interface StoredLayer extends Omit<DocumentPack, 'manifests' | 'registry'> {
  uid: string
  stage: Stage
  packUid: string
  registryUid: string
  registry: RegistryReference
  /** The pack's raw schema.yaml and default values if the inspections must be made again, else empty. */
  schema: string
  defaults: string
  packDigest: string
  isInvalid: boolean
  inspection: TextInspection
  /** False if the pack has changed since the inspections were made. */
  isInspected: boolean
  manifests: StoredManifest[]
}

export interface VersionRow {
  uid: string
  version: string
}

/** Somebody's mark on a place in the profile; it applies to all versions. */
export interface SecretMark {
  layerName: string
  /** Empty for the layer's values. */
  manifest: string
  path: string
  verdict: 'secret' | 'harmless'
  /** Digest of the value that was marked as not secret; null for a mark as secret, which applies to any value. */
  digest: string | null
}

/** A tenant's rule for a path in the values of a pack. */
export interface SecretRule {
  packName: string
  path: string
  verdict: 'always' | 'never'
}

export interface StoredProfile extends ProfileHead {
  /** Changes with every change of the profile or its content. */
  revision: string
  /** A name, or an address if there is none; empty if the audit log has no change. */
  lastModifiedBy: string
  layers: StoredLayer[]
  variables: DocumentVariable[]
  /**
   * Values that an import left empty and that are still empty, of the draft, or of the published content if there is no
   * draft.
   */
  emptyValues: EmptyValue[]
  userMacros: readonly string[]
  /** All versions of its name in its scope, including this one; newest first. */
  versions: VersionRow[]
  marks: SecretMark[]
  rules: SecretRule[]
}

/**
 * A layer to write. Its inspections were made with the pack declarations that have the digest `groundsDigest`; a layer
 * without inspections is inspected at every read.
 */
export interface NewLayer extends DocumentPack, LayerInspections {
  packUid: string
  registryUid: string
  /** Set for an existing layer, which keeps its uid; absent or empty for a new one. */
  uid?: string
  /** One per manifest, likewise. */
  manifestUids?: readonly string[]
}

export interface NewProfile extends Omit<ProfileHead, 'createdAt' | 'modifiedAt'> {
  createdBy: string
  clonedFromUid?: string | undefined
  /**
   * Shows the draft's layers as published too: Terraform's provider reads a clone's published layers before it
   * publishes it.
   */
  showsPublished?: boolean
  layers: readonly NewLayer[]
  variables: readonly DocumentVariable[]
  emptyValues: readonly EmptyValue[]
}

export const NO_FINDINGS: TextInspection = { secrets: [], possible: [], masked: [], references: [] }

export const hasFindings = ({ secrets, masked, references }: TextInspection) =>
  secrets.length + masked.length + references.length > 0
