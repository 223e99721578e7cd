import type { LayerKind, PackType } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

export function createPackFacetsRepository(db: TenantClient) {
  return {
    /** The values by which the newest versions can be filtered. */
    async listFacets() {
      const rows = await db.$queryRaw<{ kind: 'layer' | 'type' | 'cloud'; value: string }[]>`
        WITH newest AS (
          SELECT layer, type, cloud_types FROM pack_versions WHERE tenant_uid = ${db.$tenantUid} AND is_newest
          GROUP BY layer, type, cloud_types
        )
        SELECT 'layer' AS kind, layer AS value FROM newest
        UNION SELECT 'type', type FROM newest
        UNION SELECT 'cloud', unnest(cloud_types) FROM newest
        ORDER BY value`
      const valuesOf = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.value)
      return {
        // We write only values of these types.
        layers: valuesOf('layer') as LayerKind[],
        types: valuesOf('type') as PackType[],
        cloudTypes: valuesOf('cloud'),
        registries: await db.registry.findMany({
          where: { packs: { some: { isNewest: true } } },
          select: { uid: true, name: true },
          orderBy: { name: 'asc' },
        }),
      }
    },
  }
}
