const PLACE = 'spec.template.packs'

/** What answers of the API have in place of a template. */
export const ANSWERED_PLACES = ['spec.draft', 'spec.published'] as const

/** Scripts put layers here, or send answers of the API back, which have them here. Nothing reads them. */
const OTHER_PLACES = [
  'packs',
  'layers',
  'template.packs',
  'template.layers',
  'spec.packs',
  'spec.layers',
  'spec.template.layers',
  'spec.template.Packs',
  ...ANSWERED_PLACES.flatMap((place) => [`${place}.packs`, `${place}.template.packs`]),
]

/** What is in a place of layers; an empty list and an empty object are nothing. */
export type LayersFound = 'list' | 'something' | 'nothing'

/** The place of layers that would be left out silently, where there are none in the place that is read. */
export function misplacedLayers(look: (place: readonly string[]) => LayersFound): string | undefined {
  const lookAt = (place: string) => look(place.split('.'))
  if (lookAt(PLACE) !== 'nothing') return undefined
  const isTaken = (place: string) => lookAt(place) !== 'nothing'
  return OTHER_PLACES.find(isTaken) ?? ANSWERED_PLACES.find((place) => lookAt(place) === 'list')
}
