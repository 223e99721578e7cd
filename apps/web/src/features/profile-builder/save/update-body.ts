import type { ProfileUpdate } from '@waybill/api-contract'
import { changedKeys } from '../state/builder-reducer.ts'
import {
  type EditedLayer,
  INFO,
  type OpenedProfile,
  readLabels,
  type Texts,
  placesOfLayer,
} from '../state/builder-texts.ts'

interface Changes {
  base: Texts
  texts: Texts
}

/** One request for all that was changed. Layers are sent in full where one of them is changed, and stay as they are where none is. */
export function updateBody(opened: OpenedProfile, changes: Changes): ProfileUpdate {
  const changed = new Set(changedKeys(changes))
  const { texts } = changes
  const isOfLayers = opened.layers.some((layer) => placesOfLayer(layer).some(({ key }) => changed.has(key)))
  const isOfInfo = Object.values(INFO).some((key) => changed.has(key))
  return {
    ...(isOfInfo && {
      metadata: {
        name: texts[INFO.name] ?? '',
        annotations: { description: texts[INFO.description] ?? '' },
        labels: readLabels(texts[INFO.labels] ?? ''),
      },
    }),
    spec: {
      version: opened.profile.spec.version,
      ...(isOfLayers && { template: { packs: opened.layers.map((layer) => packOf(layer, texts)) } }),
    },
  }
}

function packOf(layer: EditedLayer, texts: Texts) {
  const { name, packUid, registryUid, tag, type } = layer
  const places = placesOfLayer(layer)
  const textOf = (manifest?: string) => texts[places.find((place) => place.manifest === manifest)?.key ?? '']
  return {
    name,
    uid: packUid,
    registryUid,
    tag,
    type,
    layer: layer.layer,
    values: textOf() ?? layer.values,
    manifests: layer.manifestTexts.map((manifest) => ({
      uid: manifest.uid,
      name: manifest.name,
      content: textOf(manifest.name) ?? manifest.content,
    })),
  }
}
