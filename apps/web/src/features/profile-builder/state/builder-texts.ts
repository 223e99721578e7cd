import type { PackRefBody, ProfileBody } from '@waybill/api-contract'

/** The texts of a profile that can be changed, by the key of their place. */
export type Texts = Readonly<Record<string, string>>

/** Where a text stands. `layer` is absent for what is said of the profile itself. */
export interface TextPlace {
  key: string
  /** As people call it: `Values of nginx`. */
  label: string
  layer?: string
  manifest?: string
}

export const INFO = { name: 'info.name', description: 'info.description', labels: 'info.labels' } as const

const INFO_PLACES: readonly TextPlace[] = [
  { key: INFO.name, label: 'Name' },
  { key: INFO.description, label: 'Description' },
  { key: INFO.labels, label: 'Labels' },
]

/** A layer as it is changed: of the draft, or of what is published where there is none. */
export interface EditedLayer extends PackRefBody {
  manifestTexts: readonly { uid: string; name: string; content: string }[]
}

/** What a change starts from. */
export interface OpenedProfile {
  profile: ProfileBody
  etag: string
  layers: readonly EditedLayer[]
}

export function placesOf({ layers }: OpenedProfile): readonly TextPlace[] {
  return [...INFO_PLACES, ...layers.flatMap(placesOfLayer)]
}

/** The values of a layer, unless it only holds manifests, and those. */
export function placesOfLayer({ name, values, manifestTexts, type }: EditedLayer): TextPlace[] {
  const ofManifests = manifestTexts.map((manifest) => ({
    key: `manifest ${name} ${manifest.name}`,
    label: `Manifest ${manifest.name}`,
    layer: name,
    manifest: manifest.name,
  }))
  const hasValues = values !== '' || type !== 'manifest'
  return hasValues ? [{ key: `values ${name}`, label: `Values of ${name}`, layer: name }, ...ofManifests] : ofManifests
}

export function textsOf(opened: OpenedProfile): Texts {
  const { metadata } = opened.profile
  return {
    [INFO.name]: metadata.name,
    [INFO.description]: metadata.annotations['description'] ?? '',
    [INFO.labels]: writeLabels(metadata.labels),
    ...Object.fromEntries(opened.layers.flatMap(textsOfLayer)),
  }
}

function textsOfLayer(layer: EditedLayer): [string, string][] {
  return placesOfLayer(layer).map(({ key, manifest }) => [
    key,
    manifest === undefined ? layer.values : (layer.manifestTexts.find(({ name }) => name === manifest)?.content ?? ''),
  ])
}

/** What stands for no value: a bare tag. */
const BARE = 'spectro__tag'

/** One label a line: `team: web`, or a bare tag. */
function writeLabels(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => (value === BARE ? key : `${key}: ${value}`))
    .join('\n')
}

export function readLabels(text: string): Record<string, string> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':')
      return at < 0 ? [line, BARE] : [line.slice(0, at).trim(), line.slice(at + 1).trim()]
    }),
  )
}
