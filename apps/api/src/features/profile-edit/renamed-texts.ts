import type { RenamedText } from '../profiles/index.ts'
import type { EditedProfile } from './edited-profile.ts'

/** The texts that a change renames: layers and manifests are matched by uid. */
export function renamedTexts(before: EditedProfile, after: EditedProfile): RenamedText[] {
  const named = new Map(textsOf(before))
  return textsOf(after).flatMap(([uid, to]) => {
    const from = named.get(uid)
    return from && (from.layerName !== to.layerName || from.manifest !== to.manifest) ? [{ from, to }] : []
  })
}

const textsOf = ({ layers }: EditedProfile) =>
  layers.flatMap(({ uid, name: layerName, manifests }) => [
    ...(uid === '' ? [] : [[uid, { layerName, manifest: '' }] as const]),
    ...manifests
      .filter((manifest) => manifest.uid !== '')
      .map((manifest) => [manifest.uid, { layerName, manifest: manifest.name }] as const),
  ])
