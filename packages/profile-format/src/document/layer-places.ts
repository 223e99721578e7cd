import { formatPath } from '../read/tree-path.ts'

const PLACE = 'spec.template.packs'

/** Scripts name and nest these otherwise than exports do, and answers of the API have layers in most of them. */
const LEVEL = /^(?:spec|template|draft|published)$/i
const MOST_LEVELS = 4

const LAYERS = /^(?:packs|layers)$/i
const FIELDS_OF_LAYERS = ['registryUid', 'tag', 'version', 'layer', 'values', 'manifests']

/** The place of layers that would be left out silently, where there are none in the place that is read. */
export function misplacedLayers(profile: unknown): string | undefined {
  const places = placesOfLayers(profile).map(formatPath)
  return places.includes(PLACE) ? undefined : places[0]
}

function placesOfLayers(level: unknown, depth = 0): string[][] {
  if (!(level instanceof Object) || depth > MOST_LEVELS) return []
  return Object.entries(level).flatMap(([key, value]) => {
    if (LAYERS.test(key) ? isFilled(value) : isListOfLayers(value)) return [[key]]
    return LEVEL.test(key) ? placesOfLayers(value, depth + 1).map((place) => [key, ...place]) : []
  })
}

/** An empty list and an empty object are nothing. */
const isFilled = (value: unknown): boolean => (value instanceof Object ? Object.keys(value).length > 0 : !!value)

const isListOfLayers = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.some((item) => item instanceof Object && 'name' in item && FIELDS_OF_LAYERS.some((field) => field in item))
