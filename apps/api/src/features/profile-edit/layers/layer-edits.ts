import { newUid } from '../../../platform/database/uid.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { EditedLayer, EditedManifest, EditedProfile } from '../edited-profile.ts'
import type { LayerRequest } from './layer-request.ts'
import type { ProfileEdit } from '../profile-edit-service.ts'

/** A pack in a path is named by its layer's name, or by its uid, depending on the client's age. */
const isCalled = (layer: EditedLayer, called: string) =>
  layer.name === called || layer.packUid === called || layer.uid === called

function layerAt({ layers }: EditedProfile, called: string): EditedLayer {
  const found = layers.find((layer) => isCalled(layer, called))
  if (!found) throw new AppError('ResourceNotFound')
  return found
}

function withLayer(profile: EditedProfile, changed: EditedLayer): EditedProfile {
  return { ...profile, layers: profile.layers.map((layer) => (layer.name === changed.name ? changed : layer)) }
}

/** Adds a layer on top. `onAdded` is called with its uid. */
export const addingLayer =
  (request: LayerRequest, onAdded: (uid: string) => void): ProfileEdit =>
  async (current, layersFrom) => {
    if (current.layers.some((layer) => layer.name === request.name))
      throw new AppError('DuplicateClusterPacksForbidden')
    const added = (await layersFrom([request])).map((layer) => ({ ...layer, uid: newUid() }))
    for (const layer of added) onAdded(layer.packUid || layer.uid)
    return { ...current, layers: [...current.layers, ...added] }
  }

/** Changes a layer's version or values; its manifests stay unless the request has some. */
export const changingLayer =
  (called: string, request: LayerRequest): ProfileEdit =>
  async (current, layersFrom) => {
    const before = layerAt(current, called)
    const [changed] = await layersFrom([{ ...request, name: before.name, type: before.type, layer: before.layer }])
    return changed ? withLayer(current, changed) : current
  }

/** Changes several layers at once; layers that no request names stay. */
export const changingLayers =
  (requests: readonly LayerRequest[]): ProfileEdit =>
  async (current, layersFrom) => {
    let changed = current
    for (const request of requests) changed = await changingLayer(request.name, request)(changed, layersFrom)
    return changed
  }

export const removingLayer =
  (called: string): ProfileEdit =>
  (current) => {
    const gone = layerAt(current, called)
    return { ...current, layers: current.layers.filter((layer) => layer !== gone) }
  }

/** Adds a manifest after the layer's existing ones. `onAdded` is called with its uid. */
export const addingManifest =
  (called: string, manifest: Pick<EditedManifest, 'name' | 'content'>, onAdded: (uid: string) => void): ProfileEdit =>
  (current) => {
    const layer = layerAt(current, called)
    const uid = newUid()
    onAdded(uid)
    return withLayer(current, { ...layer, manifests: [...layer.manifests, { ...manifest, uid }] })
  }

export const changingManifest =
  (called: string, uid: string, change: { name: string; content: string | undefined }): ProfileEdit =>
  (current) => {
    const layer = layerAt(current, called)
    const before = manifestAt(layer, uid)
    const changed = { uid: before.uid, name: change.name, content: change.content ?? before.content }
    const manifests = layer.manifests.map((manifest) => (manifest === before ? changed : manifest))
    return withLayer(current, { ...layer, manifests })
  }

export const removingManifest =
  (called: string, uid: string): ProfileEdit =>
  (current) => {
    const layer = layerAt(current, called)
    const gone = manifestAt(layer, uid)
    return withLayer(current, { ...layer, manifests: layer.manifests.filter((manifest) => manifest !== gone) })
  }

function manifestAt({ manifests }: EditedLayer, uid: string): EditedManifest {
  const found = manifests.find((manifest) => manifest.uid === uid)
  if (!found) throw new AppError('ResourceNotFound')
  return found
}
