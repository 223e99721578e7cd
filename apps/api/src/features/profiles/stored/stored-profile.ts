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

/** A layer as read: `registry` is what an export says, out of the registry here or, for manifest layers, out of the file. */
export interface StoredLayer extends Omit<DocumentPack, 'manifests' | 'registry'> {
  uid: string
  stage: Stage
  packUid: string
  registryUid: string
  registry: RegistryReference
  /** Raw schema.yaml and shipped values of the pack where the inspections have to be made again, else empty. */
  schema: string
  defaults: string
  packDigest: string
  isInvalid: boolean
  inspection: TextInspection
  /** False when the pack says something else than when the inspections were made. */
  isInspected: boolean
  manifests: StoredManifest[]
}

export interface VersionRow {
  uid: string
  version: string
}

/** What somebody said of a place of the profile, in any of its versions. */
export interface SecretMark {
  layerName: string
  /** Empty for the values of the layer. */
  manifest: string
  path: string
  verdict: 'secret' | 'harmless'
  /** Of the value that was called harmless; null for what is secret whatever stands there. */
  digest: string | null
}

/** What the tenant says of a path in the values of a pack. */
export interface SecretRule {
  packName: string
  path: string
  verdict: 'always' | 'never'
}

export interface StoredProfile extends ProfileHead {
  /** Another one after every change of the profile or of what it holds. */
  revision: string
  /** A name, or an address where there is none; empty where the audit log knows of no change. */
  lastModifiedBy: string
  layers: StoredLayer[]
  variables: DocumentVariable[]
  /** What an import left empty and nobody has filled since, of the draft or what is published without one. */
  emptyValues: EmptyValue[]
  userMacros: readonly string[]
  /** Of its name in its scope, itself among them; newest first. */
  versions: VersionRow[]
  marks: SecretMark[]
  rules: SecretRule[]
}

/** A layer to write. Its inspections were made with what has the digest `groundsDigest`; without them they are made at every read. */
export interface NewLayer extends DocumentPack, LayerInspections {
  packUid: string
  registryUid: string
  /** What is only changed keeps its uid; absent or empty for what is new. */
  uid?: string
  /** One a manifest, likewise. */
  manifestUids?: readonly string[]
}

export interface NewProfile extends Omit<ProfileHead, 'createdAt' | 'modifiedAt'> {
  createdBy: string
  clonedFromUid?: string | undefined
  /** A draft that shows its layers as published too: Terraform's provider reads those of a clone before it publishes it. */
  showsPublished?: boolean
  layers: readonly NewLayer[]
  variables: readonly DocumentVariable[]
  emptyValues: readonly EmptyValue[]
}

export const NO_FINDINGS: TextInspection = { secrets: [], possible: [], masked: [], references: [] }

export const hasFindings = ({ secrets, masked, references }: TextInspection) =>
  secrets.length + masked.length + references.length > 0
