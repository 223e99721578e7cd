/** A pack version as stored, without its long texts. */
export interface StoredPack {
  uid: string
  registryUid: string
  name: string
  displayName: string
  version: string
  layer: string
  type: string
  cloudTypes: string[]
  addonType: string
  addonSubType: string
  group: string
  eol: string
  digest: string
  /** A string map as JSON. */
  annotations: string
  createdAt: Date
  modifiedAt: Date
}

/** A pack's long texts, and what is needed to fetch them from the registry. */
export interface StoredTexts {
  uid: string
  registryUid: string
  isContentRead: boolean
  location: string
  sourceDigest: string
  values: string
  readme: string
  schema: string
  presets: string
}

/** Columns of StoredPack and of StoredTexts, for a repository's `select`. */
export const PACK_COLUMNS = {
  uid: true,
  registryUid: true,
  name: true,
  displayName: true,
  version: true,
  layer: true,
  type: true,
  cloudTypes: true,
  addonType: true,
  addonSubType: true,
  group: true,
  eol: true,
  digest: true,
  annotations: true,
  createdAt: true,
  modifiedAt: true,
} as const satisfies Record<keyof StoredPack, true>

export const TEXT_COLUMNS = {
  uid: true,
  registryUid: true,
  isContentRead: true,
  location: true,
  sourceDigest: true,
  values: true,
  readme: true,
  schema: true,
  presets: true,
} as const satisfies Record<keyof StoredTexts, true>
