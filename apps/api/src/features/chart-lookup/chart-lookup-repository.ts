import type { SourcePack } from '@waybill/pack-sources'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { createCatalogueRepository } from '../registry-sync/index.ts'

const REGISTRY_COLUMNS = {
  uid: true,
  name: true,
  kind: true,
  providerType: true,
  isSyncSupported: true,
  endpoint: true,
}

export interface AskedRegistry {
  uid: string
  name: string
  /** Whether it holds charts that no sync reads. */
  isAsked: boolean
}

export interface HeldVersion {
  registryUid: string
  name: string
  version: string
}

export function createChartLookupRepository(db: TenantClient) {
  return {
    async listRegistries(): Promise<AskedRegistry[]> {
      const rows = await db.registry.findMany({ select: REGISTRY_COLUMNS, orderBy: { name: 'asc' } })
      return rows.map(({ uid, name, kind, providerType, isSyncSupported, endpoint }) => {
        const isOfCharts = kind === 'oci' && providerType === 'helm'
        return { uid, name, isAsked: isOfCharts && !isSyncSupported && endpoint !== '' }
      })
    },
    /** What the catalogue holds under these names. */
    listHeld: (names: readonly string[]): Promise<HeldVersion[]> =>
      db.packVersion.findMany({
        where: { name: { in: [...names] }, removedAt: null },
        select: { registryUid: true, name: true, version: true },
      }),
    /** A chart keeps its uid where the registry had it before. */
    async store(registryUid: string, found: readonly SourcePack[]) {
      await createCatalogueRepository(db).writePacks(
        found.map(({ pack, sourceDigest, location, isContentRead }) => ({
          ...pack, sourceDigest, location, isContentRead, uid: newUid(), registryUid, type: 'oci',
        })),
      ) // prettier-ignore
      const versions = found.map(({ pack: { name, version } }) => ({ name, version }))
      await db.packVersion.updateMany({ where: { registryUid, OR: versions }, data: { removedAt: null } })
    },
  }
}
