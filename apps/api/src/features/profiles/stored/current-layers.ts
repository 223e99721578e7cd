import { hasDraft, layersOf } from './stored-document.ts'
import type { StoredLayer, StoredProfile } from './stored-profile.ts'

/**
 * The layers that a change of the profile would start from: the draft's, or what is published where there is none. Layers and
 * manifests go by the uids that they were published under, which clients keep.
 */
export function currentLayers(profile: StoredProfile): StoredLayer[] {
  const published = layersOf(profile, 'published')
  if (!hasDraft(profile)) return published
  return layersOf(profile, 'draft').map((layer) => withKnownUids(layer, published))
}

function withKnownUids(layer: StoredLayer, published: readonly StoredLayer[]): StoredLayer {
  const known = published.find(({ name }) => name === layer.name)
  if (!known) return layer
  const manifests = layer.manifests.map((manifest) => ({
    ...manifest,
    uid: known.manifests.find(({ name }) => name === manifest.name)?.uid ?? manifest.uid,
  }))
  return { ...layer, uid: known.uid, manifests }
}

/** Clients keep manifests by packUid: two manifest layers must not share one. */
export const packUidOf = ({ packUid, uid }: Pick<StoredLayer, 'packUid' | 'uid'>): string => packUid || uid

/** Where a pack stands in a path: its layer's name, or its uid, as clients of different age send it. */
export const findLayer = (layers: readonly StoredLayer[], called: string): StoredLayer | undefined =>
  layers.find(({ name }) => name === called) ??
  layers.find((layer) => layer.uid === called || packUidOf(layer) === called)
