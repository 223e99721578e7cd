import { api, type Connection, type Result } from '@waybill/api-client'
import type { PackSearchResponse } from '@waybill/api-contract'
import type { LayerKind } from '@waybill/profile-format'

export type FoundPack = PackSearchResponse['items'][number]['spec']

export interface PackQuestion {
  text: string
  /** The kinds that can be added now. */
  layers: readonly LayerKind[]
  cloudType: string
}

interface Hits {
  packs: readonly FoundPack[]
  /** The number of all matches. */
  count: number
}

const MOST_HITS = 50

/** Searches packs by name. Those that fit are requested separately, so that others never crowd them out. */
export async function searchPacks(
  connection: Connection,
  { text, layers, cloudType }: PackQuestion,
  signal: AbortSignal,
): Promise<Result<Hits>> {
  const search = (filter: object) =>
    api.packs.search(connection, {
      query: { limit: MOST_HITS, offset: 0 },
      body: { filter: { search: text, ...filter } },
      signal,
    })
  const [fitting, all] = await Promise.all([search({ layer: layers, environment: [cloudType] }), search({})])
  if (!fitting.ok) return fitting
  if (!all.ok) return all
  const items = [...fitting.value.items, ...all.value.items].map(({ spec }) => [spec.name, spec] as const)
  return { ok: true, value: { packs: [...new Map(items).values()], count: all.value.listmeta.count } }
}
