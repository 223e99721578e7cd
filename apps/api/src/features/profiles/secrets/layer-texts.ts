import type { TextInspection } from '@waybill/secret-finder'
import type { StoredLayer } from '../stored/stored-profile.ts'

/** One of a layer's texts, with the secrets found in it. */
export interface LayerText {
  /** The layer's uid, or the manifest's. */
  uid: string
  layerName: string
  /** Empty for the layer's values. */
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
