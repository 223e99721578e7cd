import { hasDraft, layersOf } from './stored-document.ts'
import type { StoredLayer, StoredProfile } from './stored-profile.ts'

/**
 * The layers that a change of the profile would start from: the draft's, or the published ones if there is no draft.
 * Layers and manifests have the uids that they were published under, because clients store those.
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

/** Clients store manifests by packUid, so two manifest layers must not share one. */
export const packUidOf = ({ packUid, uid }: Pick<StoredLayer, 'packUid' | 'uid'>): string => packUid || uid

/** A pack in a path is named by its layer's name, or by its uid, depending on the client's age. */
export const findLayer = (layers: readonly StoredLayer[], called: string): StoredLayer | undefined =>
  layers.find(({ name }) => name === called) ??
  layers.find((layer) => layer.uid === called || packUidOf(layer) === called)
