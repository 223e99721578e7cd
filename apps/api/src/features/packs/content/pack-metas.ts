import type { PackMeta, PackTexts } from '../../../format-tasks/read-pack-meta.ts'
import type { FormatWorkers } from '../../../format-tasks/format-workers.ts'

export const NO_META: PackMeta = { schema: [], presets: [] }

/** Schema and presets of packs, in order. Most packs have neither and need no thread. */
export async function readMetas(workers: FormatWorkers, packs: readonly PackTexts[]): Promise<PackMeta[]> {
  const written = packs.filter(({ schema, presets }) => schema !== '' || presets !== '')
  if (written.length === 0) return packs.map(() => NO_META)
  const read = await workers.run(
    'readPackMeta',
    written.map(({ schema, presets }) => ({ schema, presets })),
  )
  const metaOf = new Map(written.map((pack, place) => [pack, read[place]]))
  return packs.map((pack) => metaOf.get(pack) ?? NO_META)
}
