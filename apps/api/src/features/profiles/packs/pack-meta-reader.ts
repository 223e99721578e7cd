import type { FastifyRequest } from 'fastify'
import type { PackMeta } from '../../packs/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { createProfileReader } from '../stored/profile-read-repository.ts'
import type { StoredLayer } from '../stored/stored-profile.ts'

interface MetaRequest {
  layers: readonly Pick<StoredLayer, 'packUid'>[]
  /** `schema`, `presets` or both, separated by commas. */
  wanted: string | undefined
}

/** What packs declare, by pack uid. Only where a caller asks for it: it is read out of YAML, pack by pack. */
export async function readPackMeta(
  { cipher, workers }: Pick<Platform, 'cipher' | 'workers'>,
  { tenantDb }: Pick<FastifyRequest, 'tenantDb'>,
  { layers, wanted = '' }: MetaRequest,
): Promise<ReadonlyMap<string, PackMeta>> {
  const parts = new Set(wanted.split(',').map((part) => part.trim()))
  if (!parts.has('schema') && !parts.has('presets')) return new Map()
  const uids = layers.map(({ packUid }) => packUid).filter((uid) => uid !== '')
  const texts = await createProfileReader(tenantDb, cipher).listPackTexts(uids)
  const packs = [...texts].map(([uid, { schema, presets }]) => ({
    uid,
    schema: parts.has('schema') ? schema : '',
    presets: parts.has('presets') ? presets : '',
  }))
  const meta = await workers.run('readPackMeta', packs)
  return new Map(packs.flatMap(({ uid }, index) => (meta[index] ? [[uid, meta[index]] as const] : [])))
}
