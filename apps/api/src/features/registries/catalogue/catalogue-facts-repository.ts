import type { KeptPack, KnownPackVersion, LayerKind, PackCandidate, PackType } from '@waybill/profile-format'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** A pack that a layer asks for. `prefix` is the fixed part of a floating tag, without `v`: `1.33.` of `v1.33.x`; absent for none. */
export interface WantedPack {
  name: string
  version: string
  prefix?: string
}

/** How many versions on either side of a missing one are worth suggesting, per pack. */
const NEIGHBOURS = 40

type RegistryFact = PackCandidate['registry']

interface CandidateRow extends RegistryFact {
  packUid: string
  packName: string
  version: string
  layer: LayerKind
  type: PackType
  cloudTypes: string[]
  schema: string
  defaults: string
  constraints: string
}

const CANDIDATE_COLUMNS = Prisma.sql`pack.uid AS "packUid", pack.name AS "packName", pack.version, pack.layer, pack.type,
  pack.cloud_types AS "cloudTypes", pack.constraints, pack.schema,
  pack.values AS defaults, registry.uid, registry.name, registry.kind,
  registry.is_private AS "isPrivate", registry.provider_type AS "providerType",
  registry.is_sync_supported AS "isSyncSupported"`

/**
 * What planning an import needs to know of the catalogue. One statement each, whatever the file holds, and each wanted pack is
 * found by index, whatever the catalogue holds.
 */
export function createCatalogueFacts(db: TenantClient) {
  return {
    listRegistries: () => db.$queryRaw<RegistryFact[]>`
      SELECT uid, name, kind, is_private AS "isPrivate", provider_type AS "providerType",
        is_sync_supported AS "isSyncSupported"
      FROM registries WHERE tenant_uid = ${db.$tenantUid} ORDER BY name`,
    findKept: (packUids: readonly string[]) => findKept(db, packUids),
    /** What packs that are gone with their registries said of values, by uid. */
    findGrounds: (packUids: readonly string[]) => findGrounds(db, packUids),
    findCandidates: (wanted: readonly WantedPack[]) => findCandidates(db, wanted),
    findKnownVersions: (missing: readonly { name: string; versionKey: string }[]) => findKnownVersions(db, missing),
  }
}

/**
 * Every registry's pack of the wanted version; where none has it and the tag floats, the newest that the tag matches. OFFSET 0
 * keeps packs found by uid: a catalogue that has just been filled is unknown to the planner, which else compares all with all.
 */
async function findCandidates(db: TenantClient, wanted: readonly WantedPack[]): Promise<PackCandidate[]> {
  if (wanted.length === 0) return []
  const rows = await db.$queryRaw<CandidateRow[]>`
    WITH wanted AS (
      SELECT DISTINCT name, version, prefix
      FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS w(name text, version text, prefix text)
    ), exact AS (
      SELECT pack.uid, pack.name, pack.version
      FROM wanted JOIN pack_versions pack USING (name, version)
      WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.removed_at IS NULL
    ), floating AS (
      SELECT newest.uid
      FROM wanted CROSS JOIN LATERAL (
        SELECT DISTINCT ON (pack.registry_uid) pack.uid
        FROM pack_versions pack
        WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.name = wanted.name
          AND starts_with(ltrim(pack.version, 'v'), wanted.prefix) AND pack.removed_at IS NULL
        ORDER BY pack.registry_uid, pack.version_key DESC
      ) newest
      WHERE wanted.prefix IS NOT NULL
        AND NOT EXISTS (SELECT FROM exact WHERE exact.name = wanted.name AND exact.version = wanted.version)
    )
    SELECT ${CANDIDATE_COLUMNS}
    FROM (SELECT uid FROM exact UNION SELECT uid FROM floating) AS found
    CROSS JOIN LATERAL (SELECT * FROM pack_versions WHERE uid = found.uid OFFSET 0) AS pack
    JOIN registries registry ON registry.uid = pack.registry_uid
    WHERE pack.tenant_uid = ${db.$tenantUid}
    ORDER BY pack.name, pack.version, registry.name`
  return toCandidates(rows)
}

/** Packs of layers that stand here, by uid, those among them that their registries hold no more. */
async function findKept(db: TenantClient, packUids: readonly string[]): Promise<Map<string, KeptPack>> {
  if (packUids.length === 0) return new Map()
  const rows = await db.$queryRaw<(CandidateRow & { isHere: boolean })[]>`
    SELECT ${CANDIDATE_COLUMNS}, pack.removed_at IS NULL AS "isHere"
    FROM pack_versions pack JOIN registries registry ON registry.uid = pack.registry_uid
    WHERE pack.tenant_uid = ${db.$tenantUid} AND pack.uid = ANY(${[...packUids]}::bpchar[])`
  const packs = toCandidates(rows)
  return new Map(packs.map((pack, at) => [pack.packUid, { pack, isHere: rows[at]?.isHere ?? false }]))
}

async function findGrounds(db: TenantClient, packUids: readonly string[]) {
  if (packUids.length === 0) return new Map<string, Pick<PackCandidate, 'schema' | 'defaults'>>()
  const rows = await db.keptGrounds.findMany({ where: { packUid: { in: [...packUids] } } })
  return new Map(rows.map(({ packUid, schema, values }) => [packUid, { schema, defaults: values }]))
}

/** A registry is one object for all its packs: on the way to a thread it is then written once. */
function toCandidates(rows: readonly CandidateRow[]): PackCandidate[] {
  const registries = new Map<string, RegistryFact>()
  return rows.map((row) => {
    const registry = registries.get(row.uid) ?? registryOf(row)
    registries.set(row.uid, registry)
    const { packUid, packName: name, version, layer, type, cloudTypes, schema, defaults, constraints } = row
    return { packUid, name, version, layer, type, cloudTypes, schema, defaults, constraints, registry }
  })
}

const registryOf = ({ uid, name, kind, isPrivate, providerType, isSyncSupported }: CandidateRow): RegistryFact => ({
  uid,
  name,
  kind,
  isPrivate,
  providerType,
  isSyncSupported,
})

/** Versions on either side of a missing one; the bound keeps the answer small when a pack has thousands. */
async function findKnownVersions(
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
