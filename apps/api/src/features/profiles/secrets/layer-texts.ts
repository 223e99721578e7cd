import type { TextInspection } from '@waybill/secret-finder'
import type { StoredLayer } from '../stored/stored-profile.ts'

/** A text of a layer, with what was found in it. */
export interface LayerText {
  /** Of the layer, or of the manifest. */
  uid: string
  layerName: string
  /** Empty for the values of the layer. */
  manifest: string
  text: string
  inspection: TextInspection
}

export const textsOfLayer = ({ uid, name, values = '', inspection, manifests }: StoredLayer): LayerText[] => [
  { uid, layerName: name, manifest: '', text: values, inspection },
  ...manifests.map((manifest) => ({
    uid: manifest.uid,
    layerName: name,
    manifest: manifest.name,
    text: manifest.content,
    inspection: manifest.inspection,
  })),
]
