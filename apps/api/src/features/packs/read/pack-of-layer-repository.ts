import type { LayerKind, PackType } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** A pack that a layer asks for, by uid or by one of its names; `prefix` is the fixed part of a floating tag. */
export interface AskedPacks {
  uids: readonly string[]
  names: readonly { name: string; version: string; prefix: string | null }[]
}

/** The fields of a catalogue pack that a layer needs. */
export interface PackOfLayer {
  uid: string
  name: string
  version: string
  layer: LayerKind
  type: PackType
  registryUid: string
  values: string
  /** Found by its uid although its registry no longer has it. */
  isRemoved: boolean
}

/** Packs that layers ask for, newest first for floating tags. One statement that uses indexes. */
export function findPacksOfLayers(db: TenantClient, { uids, names }: AskedPacks): Promise<PackOfLayer[]> {
  return db.$queryRaw<PackOfLayer[]>`
    WITH asked AS (
      SELECT DISTINCT name, version, prefix
      FROM json_to_recordset(${JSON.stringify(names)}::json) AS a(name text, version text, prefix text)
    ), found AS (
      SELECT uid FROM pack_versions WHERE tenant_uid = ${db.$tenantUid} AND uid = ANY(${[...uids]}::bpchar[])
      UNION
      SELECT held.uid FROM asked CROSS JOIN LATERAL (
        SELECT DISTINCT ON (pack.registry_uid) pack.uid FROM pack_versions pack
        WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.name = asked.name AND pack.removed_at IS NULL
          AND (pack.version = asked.version OR starts_with(pack.version, asked.prefix))
        ORDER BY pack.registry_uid, pack.version = asked.version DESC, pack.version_key DESC
      ) held
    )
    SELECT pack.uid, pack.name, pack.version, pack.layer, pack.type, pack.registry_uid AS "registryUid", pack.values,
      pack.removed_at IS NOT NULL AS "isRemoved"
    FROM found CROSS JOIN LATERAL (SELECT * FROM pack_versions WHERE uid = found.uid OFFSET 0) AS pack
    ORDER BY pack.name, pack.version_key DESC`
}
