import { packKey, type KnownPack, type SourcePack } from '@waybill/pack-sources'
import { versionSortKey } from '@waybill/profile-format'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** A version of the registry in the catalogue, including removed ones. */
export interface KnownVersion extends KnownPack {
  uid: string
  location: string
  isRemoved: boolean
  /** Uids of the runs that added it and last wrote it. */
  addedBy: string
  writtenBy: string
}

/** A pack version as stored: `type` follows from the registry's kind. */
export type CatalogueRow = SourcePack['pack'] &
  Pick<SourcePack, 'sourceDigest' | 'location' | 'isContentRead'> & { uid: string; registryUid: string; type: string }

export function createCatalogueRepository(db: TenantClient) {
  return {
    /** Everything that was ever read of the registry and is still stored, by packKey. */
    async listKnown(registryUid: string): Promise<ReadonlyMap<string, KnownVersion>> {
      const rows = await db.$queryRaw<(KnownVersion & { name: string; version: string })[]>`
        SELECT uid, name, version, digest, source_digest AS "sourceDigest", location,
          removed_at IS NOT NULL AS "isRemoved", added_by AS "addedBy", written_by AS "writtenBy"
        FROM pack_versions WHERE tenant_uid = ${db.$tenantUid} AND registry_uid = ${registryUid}`
      return new Map(rows.map(({ name, version, ...known }) => [packKey(name, version), known]))
    },
    /**
     * Inserts or updates rows by registry, name and version; existing rows keep their uids. A version marked as removed
     * stays so until the walk has seen everything (`markRemoved`).
     */
    async writePacks(rows: readonly CatalogueRow[], runUid = '') {
      // In the order in which layers mark packs as used, so that concurrent writers cannot deadlock.
      const inOrder = rows.toSorted((one, other) => (one.uid < other.uid ? -1 : 1))
      await db.$executeRaw`
        INSERT INTO pack_versions (uid, tenant_uid, registry_uid, name, display_name, version, version_key, layer, type,
          cloud_types, addon_type, addon_sub_type, "group", annotations, values, values_digest, schema, presets, readme,
          constraints, description, eol, digest, source_digest, location, is_content_read, added_by, written_by)
        SELECT uid, ${db.$tenantUid}, "registryUid", name, "displayName", version, "versionKey", layer, type,
          "cloudTypes", "addonType", "addonSubType", "group", annotations, "values", "valuesDigest", schema, presets, readme,
          constraints, description, eol, digest, "sourceDigest", location, "isContentRead", ${runUid}, ${runUid}
        FROM json_to_recordset(${JSON.stringify(inOrder.map(toRecord))}::json) AS pack(
          uid text, "registryUid" text, name text, "displayName" text, version text, "versionKey" text, layer text, type text,
          "cloudTypes" text[], "addonType" text, "addonSubType" text, "group" text, annotations text, "values" text,
          "valuesDigest" text, schema text, presets text, readme text, constraints text, description text, eol text,
          digest text, "sourceDigest" text, location text, "isContentRead" boolean)
        ON CONFLICT (registry_uid, name, version) DO UPDATE SET
          display_name = excluded.display_name, version_key = excluded.version_key, layer = excluded.layer,
          type = excluded.type, cloud_types = excluded.cloud_types, addon_type = excluded.addon_type,
          addon_sub_type = excluded.addon_sub_type, "group" = excluded."group", annotations = excluded.annotations,
          values = excluded.values, values_digest = excluded.values_digest, schema = excluded.schema,
          presets = excluded.presets, readme = excluded.readme, constraints = excluded.constraints,
          description = excluded.description, eol = excluded.eol, digest = excluded.digest,
          source_digest = excluded.source_digest, location = excluded.location,
          is_content_read = excluded.is_content_read, written_by = excluded.written_by, modified_at = now()`
    },
    /** Call it in the transaction that ends the run. */
    async markRemoved({
      removedUids,
      returnedUids,
    }: {
      removedUids: readonly string[]
      returnedUids: readonly string[]
    }) {
      if (removedUids.length + returnedUids.length === 0) return
      await db.$executeRaw`
        UPDATE pack_versions pack SET removed_at = CASE WHEN moved.is_removed THEN now() END
        FROM (SELECT unnest(${removedUids}::text[])::bpchar AS uid, true AS is_removed
          UNION ALL SELECT unnest(${returnedUids}::text[])::bpchar, false) moved
        WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.uid = moved.uid`
    },
  }
}

const toRecord = (row: CatalogueRow) => ({ ...row, versionKey: versionSortKey(row.version) })
