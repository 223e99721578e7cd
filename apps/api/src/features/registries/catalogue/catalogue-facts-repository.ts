import type { KeptPack, KnownPackVersion, PackCandidate, PackGrounds } from '@waybill/profile-format'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/**
 * A pack that a layer asks for. `prefix` is the fixed part of a floating tag, without `v`: `1.33.` of `v1.33.x`; absent
 * if the tag does not float.
 */
export interface WantedPack {
  name: string
  version: string
  prefix?: string
}

/** Versions to suggest on either side of a missing one, per pack. */
const NEIGHBOURS = 40

type RegistryFact = PackCandidate['registry']

export interface CatalogueQuestion {
  wanted: readonly WantedPack[]
  /** Packs that layers already have. */
  keptUids?: readonly string[]
}

export interface CatalogueFacts {
  registries: RegistryFact[]
  /**
   * Every registry's pack of the wanted version; if none has it and the tag floats, the newest version that the tag
   * matches.
   */
  candidates: PackCandidate[]
  /** By uid, those of the kept packs that the catalogue still has, even if removed from their registry. */
  kept: Map<string, KeptPack>
  /** By uid, what packs deleted with their registries had declared about values. */
  lost: Map<string, PackGrounds>
}

/** As the JSON that the database builds: reading a thousand packs as rows takes the driver several times as long. */
export interface WrittenCatalogue {
  registries: RegistryFact[]
  candidates: WrittenPack[]
  kept: (WrittenPack & { isHere: boolean })[]
  lost: (PackGrounds & { packUid: string })[]
}

type WrittenPack = Omit<PackCandidate, 'registry'> & { registryUid: string }

const PACK_COLUMNS = Prisma.sql`pack.uid AS "packUid", pack.name, pack.version, pack.layer, pack.type,
  pack.cloud_types AS "cloudTypes", pack.constraints, pack.schema, pack.values AS defaults, pack.registry_uid AS "registryUid"`

/**
 * The catalogue's facts as JSON, for use inside other statements. Each wanted pack is found by index, whatever the
 * catalogue's size and whether or not statistics are up to date. OFFSET 0 makes the planner look them up one by one
 * instead of joining all with all. The tenant is a column: for a constant that the statistics do not know, the planner
 * expects one row and takes any index that begins with the tenant.
 */
export const catalogueAsJson = (tenantUid: string, { wanted, keptUids = [] }: CatalogueQuestion) => Prisma.sql`
  json_build_object(
    'registries', (
      SELECT coalesce(json_agg(json_build_object('uid', uid, 'name', name, 'kind', kind, 'isPrivate', is_private,
        'providerType', provider_type, 'isSyncSupported', is_sync_supported) ORDER BY name), '[]')
      FROM registries WHERE tenant_uid = ${tenantUid}),
    'candidates', (
      WITH wanted AS (
        SELECT DISTINCT ${tenantUid}::bpchar AS tenant_uid, name, version, prefix
        FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS w(name text, version text, prefix text)
      ), exact AS (
        SELECT held.*
        FROM (SELECT DISTINCT tenant_uid, name, version FROM wanted) AS named CROSS JOIN LATERAL (
          SELECT ${PACK_COLUMNS} FROM pack_versions pack
          WHERE pack.tenant_uid = named.tenant_uid AND pack.name = named.name AND pack.version = named.version
            AND pack.removed_at IS NULL
          OFFSET 0
        ) held
      ), floating AS (
        SELECT DISTINCT ON (newest."packUid") newest.*
        FROM wanted CROSS JOIN LATERAL (
          SELECT DISTINCT ON (pack.registry_uid) ${PACK_COLUMNS}
          FROM pack_versions pack
          WHERE pack.tenant_uid = wanted.tenant_uid AND pack.name = wanted.name
            AND starts_with(ltrim(pack.version, 'v'), wanted.prefix) AND pack.removed_at IS NULL
          ORDER BY pack.registry_uid, pack.version_key DESC
        ) newest
        WHERE wanted.prefix IS NOT NULL
          AND NOT EXISTS (SELECT FROM exact WHERE exact.name = wanted.name AND exact.version = wanted.version)
          AND NOT EXISTS (SELECT FROM exact WHERE exact."packUid" = newest."packUid")
      )
      SELECT coalesce(json_agg(row_to_json(pack) ORDER BY pack.name COLLATE "C", pack.version COLLATE "C", registry.name), '[]')
      FROM (SELECT * FROM exact UNION ALL SELECT * FROM floating) pack
      JOIN registries registry ON registry.uid = pack."registryUid"),
    'kept', (
      SELECT coalesce(json_agg(row_to_json(pack) ORDER BY pack."packUid"), '[]')
      FROM (
        SELECT ${PACK_COLUMNS}, pack.removed_at IS NULL AS "isHere"
        FROM pack_versions pack WHERE pack.tenant_uid = ${tenantUid} AND pack.uid = ANY(${[...keptUids]}::bpchar[])
      ) pack),
    'lost', (
      SELECT coalesce(json_agg(json_build_object('packUid', pack_uid, 'schema', schema, 'defaults', values) ORDER BY pack_uid), '[]')
      FROM kept_grounds WHERE tenant_uid = ${tenantUid} AND pack_uid = ANY(${[...keptUids]}::bpchar[])))`

/** All packs of a registry share one registry object, so that it is serialised once when sent to a thread. */
export function readCatalogue({ registries, candidates, kept, lost }: WrittenCatalogue): CatalogueFacts {
  const byUid = new Map(registries.map((registry) => [registry.uid, registry]))
  const withRegistry = ({ registryUid, ...pack }: WrittenPack): PackCandidate[] => {
    const registry = byUid.get(registryUid)
    return registry ? [{ ...pack, registry }] : []
  }
  const ofUid = <Known>(uid: string, known: Known) => [uid, known] as const
  return {
    registries,
    candidates: candidates.flatMap(withRegistry),
    kept: new Map(
      kept.flatMap(({ isHere, ...pack }) =>
        withRegistry(pack).map((each) => ofUid(each.packUid, { pack: each, isHere })),
      ),
    ),
    lost: new Map(lost.map(({ packUid, ...grounds }) => ofUid(packUid, grounds))),
  }
}

// The catalogue's facts for planning, each read in one statement whatever the file holds.

export const listRegistries = (db: TenantClient) => db.$queryRaw<RegistryFact[]>`
  SELECT uid, name, kind, is_private AS "isPrivate", provider_type AS "providerType",
    is_sync_supported AS "isSyncSupported"
  FROM registries WHERE tenant_uid = ${db.$tenantUid} ORDER BY name`

export async function findCatalogue(db: TenantClient, question: CatalogueQuestion): Promise<CatalogueFacts> {
  const rows = await db.$queryRaw<{ catalogue: WrittenCatalogue }[]>`
    SELECT ${catalogueAsJson(db.$tenantUid, question)} AS catalogue`
  const [row] = rows
  if (!row) throw new Error('no row of the catalogue')
  return readCatalogue(row.catalogue)
}

/** Versions around a missing one; the limit keeps the result small if a pack has thousands. */
export async function findKnownVersions(
  db: TenantClient,
  missing: readonly { name: string; versionKey: string }[],
): Promise<KnownPackVersion[]> {
  if (missing.length === 0) return []
  return db.$queryRaw<KnownPackVersion[]>`
    WITH missing AS (
      SELECT DISTINCT name, "versionKey" AS key
      FROM json_to_recordset(${JSON.stringify(missing)}::json) AS m(name text, "versionKey" text)
    )
    SELECT DISTINCT missing.name, near.version, near.registry_uid AS "registryUid", registry.name AS "registryName"
    FROM missing CROSS JOIN LATERAL (
      (SELECT version, registry_uid FROM pack_versions pack
       WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.name = missing.name
         AND pack.version_key >= missing.key AND pack.removed_at IS NULL
       ORDER BY pack.version_key LIMIT ${NEIGHBOURS})
      UNION ALL
      (SELECT version, registry_uid FROM pack_versions pack
       WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.name = missing.name
         AND pack.version_key < missing.key AND pack.removed_at IS NULL
       ORDER BY pack.version_key DESC LIMIT ${NEIGHBOURS})
    ) near
    JOIN registries registry ON registry.uid = near.registry_uid
    ORDER BY missing.name, near.version, registry.name`
}
