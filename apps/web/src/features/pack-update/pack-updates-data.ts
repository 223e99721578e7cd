import type { PackUpdatePreviewBody, PackUpdatesBody, ProfileBody } from '@waybill/api-contract'

export type LayerVersions = PackUpdatesBody['items'][number]

/** A layer that has other versions, and its merge with the one that it is taken along to; null where it stays. */
export interface UpdatableLayer extends LayerVersions {
  merge: PackUpdatePreviewBody | null
}

export interface PackUpdatesData {
  profile: ProfileBody
  layers: readonly UpdatableLayer[]
}

/** The version that is offered: the newest that is newer and fits. */
export const offered = ({ versions }: LayerVersions) =>
  versions.find(({ isNewer, isCompatible }) => isNewer && isCompatible)
