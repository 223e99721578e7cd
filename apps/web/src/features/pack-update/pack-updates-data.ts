import type { PackUpdatePreviewBody, PackUpdatesBody, ProfileBody } from '@waybill/api-contract'

export type LayerVersions = PackUpdatesBody['items'][number]

/** A layer that has other versions, with its merge with the chosen version; null if it is not updated. */
export interface UpdatableLayer extends LayerVersions {
  merge: PackUpdatePreviewBody | null
}

export interface PackUpdatesData {
  profile: ProfileBody
  layers: readonly UpdatableLayer[]
}

/** The version that is offered: the latest of those that are newer and fit. */
export const offered = ({ versions }: LayerVersions) =>
  versions.find(({ isNewer, isCompatible }) => isNewer && isCompatible)
