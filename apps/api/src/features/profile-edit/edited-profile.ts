import { serializeDocument, type DocumentPack, type ProfileDocument } from '@waybill/profile-format'

/** A layer of a profile that is being changed. `packUid` and `registryUid` are empty for manifest layers. */
export interface EditedLayer extends Omit<DocumentPack, 'manifests'> {
  /** Empty for a new one that needs none of its own. */
  uid: string
  packUid: string
  registryUid: string
  manifests: EditedManifest[]
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
}

/** The document that a changed profile would export: it is read back and held to every rule that an imported file is. */
export function documentOfEdited({ layers, ...profile }: EditedProfile): ProfileDocument {
  return { ...profile, packs: layers.map(packOf) }
}

/** Whether two profiles differ in labels and description at most. */
export const hasSameContent = (one: EditedProfile, other: EditedProfile): boolean => contentOf(one) === contentOf(other)

const contentOf = (profile: EditedProfile): string =>
  serializeDocument(
    { ...documentOfEdited(profile), description: '', labels: new Map() },
    { format: 'json', pretty: false },
  )

function packOf({
  uid: _uid,
  packUid: _packUid,
  registryUid,
  manifests,
  registry,
  ...pack
}: EditedLayer): DocumentPack {
  return {
    ...pack,
    manifests: manifests.map(({ name, content }) => ({ name, content })),
    registry: registryUid === '' ? registry : { ...registry, uid: registryUid },
  }
}
