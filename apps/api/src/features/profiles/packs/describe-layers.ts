import type { FastifyRequest } from 'fastify'
import type { Platform } from '../../../platform/platform.ts'
import { createPackFacts } from './pack-facts-repository.ts'
import { readPackMeta } from './pack-meta-reader.ts'
import type { StoredLayer } from '../stored/stored-profile.ts'

interface Describing {
  layers: readonly StoredLayer[]
  /** What packs declare to be read as well: `schema`, `presets` or both. */
  wanted: string | undefined
}

/** Layers with what the catalogue knows of their packs, in their order. */
export async function describeLayers(platform: Platform, request: FastifyRequest, { layers, wanted }: Describing) {
  const facts = await createPackFacts(request.tenantDb).listFacts(layers.map(({ packUid }) => packUid))
  const meta = await readPackMeta(platform, request, { layers, wanted })
  return layers.map((layer) => ({ layer, facts: facts.get(layer.packUid), meta: meta.get(layer.packUid) }))
}
