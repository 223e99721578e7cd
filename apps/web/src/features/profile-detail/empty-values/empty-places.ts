import type { EmptyValuesBody, EmptyValuesInput } from '@waybill/api-contract'

/** The dialog's input; it exists only in the request. */
export interface FilledValues extends EmptyValuesInput {
  etag: string
}

export type EmptyPlace = EmptyValuesBody['items'][number]

/** Identifies a place. */
export type PlaceName = Pick<EmptyPlace, 'layerName' | 'manifest' | 'path' | 'part'>

export const placeKey = ({ layerName, manifest, path, part }: PlaceName): string =>
  JSON.stringify([layerName, manifest, path, part])

/** `postgresql › auth.password`: the place in one line. */
export const placeName = ({ layerName, manifest, path }: EmptyPlace): string =>
  [layerName === '' ? 'Variables' : layerName, manifest, path].filter((word) => word !== '').join(' › ')

/** `Line 12 of the values · part of a longer value`. */
export function placeHint({ layerName, manifest, line, isPart }: EmptyPlace): string {
  if (layerName === '') return 'Default of the variable'
  const where = `Line ${line.toLocaleString()} of ${manifest === '' ? 'the values' : `the manifest ${manifest}`}`
  return isPart ? `${where} · part of a longer value` : where
}

/** The places grouped by layer, in the order of the stack; variables last. */
export function byLayer(
  places: readonly EmptyPlace[],
): readonly { layerName: string; places: readonly EmptyPlace[] }[] {
  return [...Map.groupBy(places, ({ layerName }) => layerName)].map(([layerName, of]) => ({ layerName, places: of }))
}
