import type { SourcePack } from '@waybill/pack-sources'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { newUid } from '../../platform/database/uid.ts'
import { createCatalogueRepository } from '../registry-sync/index.ts'

const IS_ASKED = Prisma.sql`(kind = 'oci' AND provider_type = 'helm' AND NOT is_sync_supported AND endpoint <> '')`

/**
 * Whether the tenant in a row named `tenant` has a registry with charts that no sync reads; used inside other
 * statements.
 */
export const hasAskedRegistries = Prisma.sql`EXISTS (SELECT FROM registries WHERE tenant_uid = tenant.uid AND ${IS_ASKED})`

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

export const listAskedRegistries = (db: TenantClient) => db.$queryRaw<AskedRegistry[]>`
  SELECT uid, name, ${IS_ASKED} AS "isAsked" FROM registries WHERE tenant_uid = ${db.$tenantUid} ORDER BY name`

/** The catalogue's packs with these names. */
export const listHeld = (db: TenantClient, names: readonly string[]): Promise<HeldVersion[]> =>
  db.packVersion.findMany({
    where: { name: { in: [...names] }, removedAt: null },
    select: { registryUid: true, name: true, version: true },
  })

/** A chart keeps its uid if the registry had it before. */
export async function storeCharts(db: TenantClient, registryUid: string, found: readonly SourcePack[]) {
  await createCatalogueRepository(db).writePacks(
    found.map(({ pack, sourceDigest, location, isContentRead }) => ({
      ...pack, sourceDigest, location, isContentRead, uid: newUid(), registryUid, type: 'oci',
    })),
  ) // prettier-ignore
  const versions = found.map(({ pack: { name, version } }) => ({ name, version }))
  await db.packVersion.updateMany({ where: { registryUid, OR: versions }, data: { removedAt: null } })
}
