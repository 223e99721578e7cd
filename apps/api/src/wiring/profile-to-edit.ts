import type { EditedLayer, EditedProfile } from '../features/profile-edit/edited-profile.ts'
import { currentLayers } from '../features/profiles/stored/current-layers.ts'
import type { StoredLayer, StoredProfile } from '../features/profiles/stored/stored-profile.ts'

/** What a change of the profile starts from, free to be changed. */
export function profileToEdit(profile: StoredProfile): EditedProfile {
  const { name, description, labels, version, type, cloudType, variables } = profile
  const layers = currentLayers(profile).map(editedLayer)
  return { name, description, labels, version, type, cloudType, variables, layers }
}

function editedLayer(stored: StoredLayer): EditedLayer {
  const { uid, name, type, layer, version, tag, values, packUid, registryUid, registry, manifests } = stored
  return {
    uid, name, type, layer, version, packUid, registryUid, registry,
    ...(tag !== undefined && { tag }),
    ...(values !== undefined && { values }),
    manifests: manifests.map((manifest) => ({ uid: manifest.uid, name: manifest.name, content: manifest.content })),
  } // prettier-ignore
}
