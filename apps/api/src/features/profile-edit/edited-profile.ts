import type { DocumentPack, EmptyValue, Problem, ProfileDocument } from '@waybill/profile-format'
import type { StoredLayer } from '../profiles/index.ts'

/** A layer of a profile that is being changed. `packUid` and `registryUid` are empty for manifest layers. */
export interface EditedLayer extends Omit<DocumentPack, 'manifests'> {
  /** Empty for a new one that needs none of its own. */
  uid: string
  packUid: string
  registryUid: string
  manifests: EditedManifest[]
  /** What is to be said of the request that the layer comes from; paths start at the layer. */
  said?: readonly Problem[]
}

export interface EditedManifest {
  /** Empty for a new one. */
  uid: string
  name: string
  content: string
}

/** A profile as its draft stands, true values included, free to be changed. */
export interface EditedProfile extends Omit<ProfileDocument, 'packs'> {
  layers: EditedLayer[]
  /** What it may lack since its import; whether it still does is for the plan to say. */
  emptyValues: readonly EmptyValue[]
}

/** What a profile that is created starts from. */
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

/** The document that a changed profile would export: it is read back and held to every rule that an imported file is. */
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

/** For a profile beside this one, whose layers and manifests need uids of their own. */
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
