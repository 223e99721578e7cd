import { SourceError } from '@waybill/pack-sources'
import type { ReadPackContent } from '../features/packs/content/open-texts.ts'
import type { Platform } from '../platform/platform.ts'
import { connectionOf, CONNECTION_COLUMNS } from '../platform/registry-credentials.ts'

/** Where packs meet the registries that their content is still in. The client for those is loaded by the first who needs it. */
export const readPackContent =
  ({ cipher, config, syncReaders }: Pick<Platform, 'cipher' | 'config' | 'syncReaders'>): ReadPackContent =>
  async (db, { registryUid, location, sourceDigest }, signal) => {
    const row = await db.registry.findFirst({ where: { uid: registryUid }, select: CONNECTION_COLUMNS })
    if (!row) throw new SourceError('unreachable')
    const { registryOpener } = await import('./registry-sources.ts')
    const { source, close } = registryOpener({ config, syncReaders })(connectionOf(row, cipher))
    try {
      return await source.readContent({ location, sourceDigest }, signal)
    } finally {
      await close()
    }
  }
