import type { LayerKind, PackType } from '@waybill/profile-format'
import { readSort, type OrderTerm } from '../../../platform/lists/filter-grammar.ts'
import type { ProfileScope, Stage, VersionRow } from '../stored/stored-profile.ts'

const SORT_FIELDS = ['profileName', 'environment', 'profileType', 'creationTimestamp', 'lastModifiedTimestamp'] as const
export type ProfileSort = OrderTerm<(typeof SORT_FIELDS)[number]>

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

/** @throws AppError InvalidRequest for a field that profiles cannot be sorted by */
export function readProfileSort(sort: Parameters<typeof readSort>[0]): ProfileSort[] {
  if (sort.length === 0) return [{ field: 'lastModifiedTimestamp', isDescending: true }]
  return readSort(sort, SORT_FIELDS)
}
