import type { UseCase } from '../../../platform/use-case.ts'
import type { StoredLayer } from '../stored/stored-profile.ts'
import { listPackFacts } from './pack-facts-repository.ts'
import { readPackMeta } from './pack-meta-reader.ts'

interface Describing {
  layers: readonly StoredLayer[]
  /** Declarations of packs to read as well: `schema`, `presets` or both. */
  wanted: string | undefined
}

/** Layers with what the catalogue knows about their packs, in order. */
export async function describeLayers(use: UseCase<'workers'>, { layers, wanted }: Describing) {
  const packUids = layers.map(({ packUid }) => packUid)
  const facts = await listPackFacts(use.db, packUids)
  const meta = await readPackMeta(use, { layers, wanted })
  return layers.map((layer) => ({ layer, facts: facts.get(layer.packUid), meta: meta.get(layer.packUid) }))
}
