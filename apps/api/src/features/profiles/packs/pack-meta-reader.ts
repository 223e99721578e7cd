import type { PackMeta } from '../../../format-tasks/read-pack-meta.ts'
import type { UseCase } from '../../../platform/use-case.ts'
import type { StoredLayer } from '../stored/stored-profile.ts'
import { listPackTexts } from './pack-facts-repository.ts'

export const NO_META: PackMeta = { schema: [], presets: [] }

interface MetaRequest {
  layers: readonly Pick<StoredLayer, 'packUid'>[]
  /** `schema`, `presets` or both, separated by commas. */
  wanted: string | undefined
}

/** What packs declare, by pack uid. Only on request, since it is parsed from YAML for each pack. */
export async function readPackMeta(
  { db, tools }: UseCase<'workers'>,
  { layers, wanted = '' }: MetaRequest,
): Promise<ReadonlyMap<string, PackMeta>> {
  const parts = new Set(wanted.split(',').map((part) => part.trim()))
  if (!parts.has('schema') && !parts.has('presets')) return new Map()
  const uids = layers.map(({ packUid }) => packUid).filter((uid) => uid !== '')
  const packs = (await listPackTexts(db, uids)).map(({ uid, schema, presets }) => ({
    uid,
    schema: parts.has('schema') ? schema : '',
    presets: parts.has('presets') ? presets : '',
  }))
  const meta = await tools.workers.run('readPackMeta', packs)
  return new Map(packs.flatMap(({ uid }, index) => (meta[index] ? [[uid, meta[index]] as const] : [])))
}
