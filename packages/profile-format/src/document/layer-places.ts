import { formatPath } from '../read/tree-path.ts'

/** Scripts name and nest these otherwise than exports do, and answers of the API have layers in most of them. */
const LEVEL = /^(?:spec|template|draft|published)$/i
const MOST_LEVELS = 4

const LAYERS = /^(?:packs?|layers?)$/i
/** Fields of a layer besides its name. Another object may have one of them. */
const FIELDS_OF_LAYERS = ['registryUid', 'registry', 'tag', 'version', 'layer', 'values', 'manifests']

/** The place of layers that would be left out silently, where there are none in the place that is read. */
export function misplacedLayers(profile: unknown): string | undefined {
  const read = ['spec', 'template', 'packs'].reduce<unknown>(
    (node, key) => (node instanceof Object ? Reflect.get(node, key) : undefined),
    profile,
  )
  return isFilled(read) ? undefined : firstPlaceOfLayers(profile)
}

function firstPlaceOfLayers(profile: unknown): string | undefined {
  const levels = [{ level: profile, path: [] as string[] }]
  // An alias of YAML is the object that it stands for: each is searched once.
  const found = new Set<unknown>()
  for (const { level, path } of levels) {
    for (const [key, value] of level instanceof Object ? Object.entries(level) : []) {
      if (isOfLayers(key, value)) return formatPath([...path, key])
      if (!LEVEL.test(key) || path.length === MOST_LEVELS || found.has(value)) continue
      found.add(value)
      levels.push({ level: value, path: [...path, key] })
    }
  }
  return undefined
}

function isOfLayers(key: string, value: unknown): boolean {
  if (LAYERS.test(key) || (LEVEL.test(key) && Array.isArray(value))) return isFilled(value)
  return Array.isArray(value) && value.some(isLayer)
}

/** An empty list and an empty object are nothing. */
const isFilled = (value: unknown): boolean => (value instanceof Object ? Object.keys(value).length > 0 : !!value)

const isLayer = (item: unknown): boolean =>
  item instanceof Object && 'name' in item && FIELDS_OF_LAYERS.filter((field) => field in item).length > 1
