import type { LayerKind, PackType } from '@waybill/profile-format'
import type { ProfileScope, Stage, VersionRow } from '../stored/stored-profile.ts'

interface ListedLayer {
  stage: Stage
  name: string
  layer: LayerKind
  type: PackType
  version: string
  tag: string
  packUid: string
  registryUid: string
  isInvalid: boolean
}

export interface ListedProfile {
  uid: string
  scope: ProfileScope
  scopeUid: string
  name: string
  version: string
  type: string
  cloudType: string
  description: string
  labels: ReadonlyMap<string, string>
  isPublished: boolean
  isInvalid: boolean
  emptyValues: number
  /** As in StoredProfile. */
  revision: string
  createdAt: Date
  modifiedAt: Date
  layers: readonly ListedLayer[]
  versions: VersionRow[]
}

/** What is between the quotation marks of a JSON string: escaped already, so neither to be shown nor escaped again. */
export type JsonText = '' | (string & { readonly isEscaped: true })

export type ListedMetadata = Readonly<Record<'uid' | 'name' | 'cloudType' | 'version', JsonText>>
