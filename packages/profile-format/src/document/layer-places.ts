const PLACE = 'spec.template.packs'

/** Scripts put layers here, or send answers of the API back, which have them here. Nothing reads them. */
const OTHER_PLACES = [
  'packs',
  'layers',
  'template.packs',
  'template.layers',
  'spec.packs',
  'spec.layers',
  'spec.template.layers',
  'spec.draft.packs',
  'spec.draft.template.packs',
  'spec.published.packs',
  'spec.published.template.packs',
] as const

/** The place of layers that would be left out silently, where there are none in the place that is read. */
export function misplacedLayers(isFilled: (place: readonly string[]) => boolean): string | undefined {
  const isTaken = (place: string) => isFilled(place.split('.'))
  return isTaken(PLACE) ? undefined : OTHER_PLACES.find(isTaken)
}
