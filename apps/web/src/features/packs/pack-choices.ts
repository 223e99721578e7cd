import type { PackFacetsBody } from '@waybill/api-contract'
import { cloudName, layerName, packTypeName } from '../../shared/ui/words/profile-words.ts'
import { PACK_FILTERS, packFilterNames, type PackFilterName, type PackQuery } from './pack-query.ts'

/** What each filter offers. To the API, the cloud `all` is no filter (contract §i). */
export const choicesOf = (facets: PackFacetsBody): Record<PackFilterName, readonly string[]> => ({
  layer: facets.layers,
  cloud: facets.cloudTypes.filter((cloud) => cloud !== 'all'),
  type: facets.types,
  registry: facets.registries.map(({ uid }) => uid),
})

/** A filter's value as the screen says it. */
export function packChoiceName(filter: PackFilterName, value: string, { registries }: PackFacetsBody): string {
  if (filter === 'layer') return layerName(value)
  if (filter === 'cloud') return cloudName(value)
  if (filter === 'type') return packTypeName(value)
  return registries.find(({ uid }) => uid === value)?.name ?? value
}

/** `Layer: Network, Storage` for every filter that is on. */
export function activePackFilters(query: PackQuery, facets: PackFacetsBody): readonly string[] {
  const search = query.search === '' ? [] : [`Search: “${query.search}”`]
  const filters = packFilterNames.flatMap((name) => {
    const { key, label } = PACK_FILTERS[name]
    const values = query[key].map((value) => packChoiceName(name, value, facets))
    return values.length === 0 ? [] : [`${label}: ${values.join(', ')}`]
  })
  return [...search, ...filters]
}
