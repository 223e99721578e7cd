import { versionSortKey } from '@waybill/profile-format'
import type { TenantClient } from '../../platform/tenant-db.ts'
import type { CatalogueRow, CatalogueWriterPorts } from './catalogue-service.ts'

type Ports = Omit<CatalogueWriterPorts, 'newUid'>

export function createCatalogueRepository(db: TenantClient): Ports {
  return {
    async listDigests(registryUid) {
      const where = { registryUid, removedAt: null }
      const rows = await db.packVersion.findMany({ where, select: { name: true, version: true, digest: true } })
      return new Map(rows.map(({ name, version, digest }) => [`${name}\n${version}`, digest]))
    },
    async writePacks(rows) {
      await db.$executeRaw`
        INSERT INTO pack_versions (uid, tenant_uid, registry_uid, name, display_name, version, version_key, layer, type,
          cloud_types, addon_type, addon_sub_type, "group", annotations, values, values_digest, schema, presets, readme,
          constraints, digest)
        SELECT uid, ${db.$tenantUid}, "registryUid", name, "displayName", version, "versionKey", layer, type,
          "cloudTypes", "addonType", "addonSubType", "group", annotations, "values", "valuesDigest", schema, presets, readme,
          constraints, digest
        FROM json_to_recordset(${JSON.stringify(rows.map(toRecord))}::json) AS pack(
          uid text, "registryUid" text, name text, "displayName" text, version text, "versionKey" text, layer text, type text,
          "cloudTypes" text[], "addonType" text, "addonSubType" text, "group" text, annotations text, "values" text,
          "valuesDigest" text, schema text, presets text, readme text, constraints text, digest text)
        ON CONFLICT (registry_uid, name, version) DO UPDATE SET
          display_name = excluded.display_name, version_key = excluded.version_key, layer = excluded.layer,
          type = excluded.type, cloud_types = excluded.cloud_types, addon_type = excluded.addon_type,
          addon_sub_type = excluded.addon_sub_type, "group" = excluded."group", annotations = excluded.annotations,
          values = excluded.values, values_digest = excluded.values_digest, schema = excluded.schema,
          presets = excluded.presets, readme = excluded.readme, constraints = excluded.constraints,
          digest = excluded.digest, removed_at = NULL`
    },
  }
}

const toRecord = (row: CatalogueRow) => ({ ...row, versionKey: versionSortKey(row.version) })
