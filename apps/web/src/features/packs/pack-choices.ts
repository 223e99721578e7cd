import type { PackFacetsBody } from '@waybill/api-contract'
import { cloudName, layerName, packTypeName } from '../../shared/ui/words/profile-words.ts'
import type { PackFilterName } from './pack-query.ts'

/** The options of each filter. To the API, the cloud `all` is not a filter. */
export const choicesOf = (facets: PackFacetsBody): Record<PackFilterName, readonly string[]> => ({
  layer: facets.layers,
  cloud: facets.cloudTypes.filter((cloud) => cloud !== 'all'),
  type: facets.types,
  registry: facets.registries.map(({ uid }) => uid),
})

/** A filter's value as displayed. */
export function packChoiceName(filter: PackFilterName, value: string, { registries }: PackFacetsBody): string {
  if (filter === 'layer') return layerName(value)
  if (filter === 'cloud') return cloudName(value)
  if (filter === 'type') return packTypeName(value)
  return registries.find(({ uid }) => uid === value)?.name ?? value
}
