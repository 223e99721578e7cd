import { INFO } from './builder-texts.ts'
import type { Texts } from './texts.ts'
import { type DraftLayer, manifestKey, stackOf, valuesKey } from './stack-texts.ts'

/** Where a text belongs. `layer` is absent for texts of the profile itself. */
export interface TextPlace {
  key: string
  /** As displayed: `Values of nginx`. */
  label: string
  layer?: string
  manifest?: string
}

export const INFO_PLACES: readonly TextPlace[] = [
  { key: INFO.name, label: 'Name' },
  { key: INFO.version, label: 'Version' },
  { key: INFO.description, label: 'Description' },
  { key: INFO.labels, label: 'Tags' },
  { key: INFO.type, label: 'Type' },
  { key: INFO.cloudType, label: 'Cloud' },
]

/** The values of a layer, unless it holds only manifests, and its manifests. */
export function placesOfLayer({ name, hasValues, manifests }: DraftLayer): TextPlace[] {
  const ofManifests = manifests.map((manifest) => ({
    key: manifestKey(name, manifest.name),
    label: `Manifest ${manifest.name}`,
    layer: name,
    manifest: manifest.name,
  }))
  return hasValues ? [{ key: valuesKey(name), label: `Values of ${name}`, layer: name }, ...ofManifests] : ofManifests
}

export const placesOfLayers = (texts: Texts): TextPlace[] => stackOf(texts).flatMap(placesOfLayer)
