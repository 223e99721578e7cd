import type { DocumentPack, EmptyValue, Problem, ProfileDocument } from '@waybill/profile-format'
import type { StoredLayer } from '../profiles/index.ts'

/** A layer of a profile that is being changed. `packUid` and `registryUid` are empty for manifest layers. */
export interface EditedLayer extends Omit<DocumentPack, 'manifests'> {
  /** Empty for a new layer. */
  uid: string
  packUid: string
  registryUid: string
  manifests: EditedManifest[]
  /** Problems of the request that the layer comes from; paths are relative to the layer. */
  said?: readonly Problem[]
}

export interface EditedManifest {
  /** Empty for a new one. */
  uid: string
  name: string
  content: string
}

/** A profile's draft with true values, free to be modified. */
export interface EditedProfile extends Omit<ProfileDocument, 'packs'> {
  layers: EditedLayer[]
  /** Values that may still be empty since its import; the plan finds out which are. */
  emptyValues: readonly EmptyValue[]
}

/** What a new profile starts from. */
export const EMPTY_PROFILE: EditedProfile = {
  name: '',
  description: '',
  labels: new Map(),
  version: '1.0.0',
  type: 'cluster',
  cloudType: 'all',
  layers: [],
  variables: [],
  emptyValues: [],
}

/**
 * The document that a changed profile would be exported as: it is read back and checked by the rules for imported
 * files.
 */
export function documentOfEdited({ layers, emptyValues: _, ...profile }: EditedProfile): ProfileDocument {
  return { ...profile, packs: layers.map(documentPackOf) }
}

export function editedLayer(stored: StoredLayer): EditedLayer {
  const { uid, name, type, layer, version, tag, values, packUid, registryUid, registry, manifests } = stored
  return {
    uid, name, type, layer, version, packUid, registryUid, registry,
    ...(tag !== undefined && { tag }),
    ...(values !== undefined && { values }),
    manifests: manifests.map((manifest) => ({ uid: manifest.uid, name: manifest.name, content: manifest.content })),
  } // prettier-ignore
}

/** For another profile, whose layers and manifests need uids of their own. */
export const asNew = (profile: EditedProfile): EditedProfile => ({
  ...profile,
  layers: profile.layers.map((layer) => ({
    ...layer,
    uid: '',
    manifests: layer.manifests.map((manifest) => ({ ...manifest, uid: '' })),
  })),
})

function documentPackOf({
  uid: _uid,
  packUid: _packUid,
  registryUid,
  manifests,
  registry,
  said: _said,
  ...pack
}: EditedLayer): DocumentPack {
  return {
    ...pack,
    manifests: manifests.map(({ name, content }) => ({ name, content })),
    registry: registryUid === '' ? registry : { ...registry, uid: registryUid },
  }
}
