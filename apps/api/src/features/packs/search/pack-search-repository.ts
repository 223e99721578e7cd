import { compareVersions } from '@waybill/profile-format'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { PAGE_SIZE } from '../../../platform/lists/paging.ts'
import { allOf, folded, oneOf, textConditions } from '../../../platform/lists/text-filter.ts'
import type { FoundPack, PackFilter, PackSearch, PackSort } from './pack-search-service.ts'

const SORT_COLUMNS = {
  name: Prisma.sql`pack.name`,
  displayName: Prisma.sql`min(pack.display_name)`,
  type: Prisma.sql`min(pack.type)`,
  layer: Prisma.sql`min(pack.layer)`,
  addOnType: Prisma.sql`min(pack.addon_type)`,
}

/** The state that a pack declares for its version; the SQL form of `stateOf` in pack-service.ts. */
const STATE = Prisma.sql`coalesce(nullif(pack.annotations::json ->> 'system_state', ''),
  CASE pack.annotations::json ->> 'disabled' WHEN 'true' THEN 'disabled' END)`

interface Row extends Omit<FoundPack, 'uid' | 'registries'> {
  registryUid: string
  registryName: string
  registryScope: string
  packUid: string
  version: string
  versions: number
  annotations: string
  createdAt: Date
  count: number
}

interface FoundPacks {
  packs: FoundPack[]
  /** On all pages. */
  count: number
}

/**
 * No page is longer. PostgreSQL expects far more rows of a limit that is a parameter, and would plan the statement anew
 * for every call.
 */
const AT_MOST = Prisma.raw(`LIMIT ${PAGE_SIZE}`)

/**
 * A page and the total count, in one statement. Searches only the newest version of each pack in each registry, which
 * the database marks.
 */
export async function searchPacks(db: TenantClient, { filter, sort, page }: PackSearch): Promise<FoundPacks> {
  const matching = conditionsOf(db, filter)
  const rows = await db.$queryRaw<Row[]>`
    WITH page AS (
      SELECT name, count, row_number() OVER () AS place
      FROM (SELECT pack.name, (count(*) OVER ())::int AS count FROM pack_versions pack WHERE ${matching}
        GROUP BY pack.name ORDER BY ${orderOf(sort)} LIMIT ${page.limit} OFFSET ${page.offset}) names
      ${AT_MOST}
    )
    SELECT pack.name, pack.display_name AS "displayName", pack.layer, pack.type, pack.cloud_types AS "cloudTypes",
      pack.addon_type AS "addonType", pack.addon_sub_type AS "addonSubType", pack."group",
      registry.uid AS "registryUid", registry.name AS "registryName", registry.scope AS "registryScope",
      pack.uid AS "packUid", pack.version, pack.annotations, pack.created_at AS "createdAt", page.count,
      (SELECT count(*)::int FROM pack_versions version WHERE version.registry_uid = pack.registry_uid
        AND version.name = pack.name AND version.removed_at IS NULL) AS versions
    FROM page JOIN pack_versions pack ON pack.name = page.name AND ${matching}
    JOIN registries registry ON registry.uid = pack.registry_uid
    ORDER BY page.place, registry.name`
  const packs = [...Map.groupBy(rows, (row) => row.name).values()].flatMap(toPack)
  // A page past the end has no row to carry the count.
  const isBehind = rows.length === 0 && page.offset > 0
  return { packs, count: isBehind ? await countPacks(db, filter) : (rows[0]?.count ?? 0) }
}

async function countPacks(db: TenantClient, filter: PackFilter): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT DISTINCT pack.name FROM pack_versions pack WHERE ${conditionsOf(db, filter)}) names`
  return rows[0]?.count ?? 0
}

/** By name if the caller gives no order, and to break ties. */
function orderOf(sort: readonly PackSort[]): Prisma.Sql {
  const terms = sort.map(({ field, isDescending }) =>
    isDescending ? Prisma.sql`${SORT_COLUMNS[field]} DESC` : SORT_COLUMNS[field],
  )
  return Prisma.join([...terms, Prisma.sql`pack.name`], ', ')
}

function conditionsOf(db: TenantClient, filter: PackFilter): Prisma.Sql {
  return allOf([
    Prisma.sql`pack.tenant_uid = ${db.$tenantUid} AND pack.is_newest`,
    ...textConditions(Prisma.sql`pack.name`, filter.name),
    ...textConditions(Prisma.sql`pack.display_name`, filter.displayName),
    ...searchConditions(filter.search),
    ...oneOf(Prisma.sql`pack.type`, filter.type),
    ...oneOf(Prisma.sql`pack.layer`, filter.layer),
    ...cloudConditions(filter.environment),
    ...oneOf(Prisma.sql`pack.addon_type`, filter.addOnType),
    ...oneOf(Prisma.sql`pack.addon_sub_type`, filter.addOnSubType),
    ...oneOf(Prisma.sql`pack.registry_uid`, filter.registryUid),
    ...oneOf(Prisma.sql`pack.annotations::json ->> 'source'`, filter.source),
    ...oneOf(STATE, filter.state),
  ])
}

const searchConditions = (search: string | null | undefined): Prisma.Sql[] =>
  search
    ? [
        Prisma.sql`(strpos(lower(pack.name), ${folded(search)}) > 0 OR strpos(lower(pack.display_name), ${folded(search)}) > 0)`,
      ]
    : []

/** A pack for every cloud matches any requested one. */
const cloudConditions = (clouds: readonly string[] | null | undefined): Prisma.Sql[] =>
  clouds && clouds.length > 0 ? [Prisma.sql`pack.cloud_types && ${[...clouds, 'all']}`] : []

/** A pack is described by its newest version, in whichever registry that is. */
function toPack(rows: readonly Row[]): FoundPack[] {
  const [newest] = rows.toSorted((a, b) => compareVersions(b.version, a.version))
  if (!newest) return []
  const { name, displayName, layer, type, cloudTypes, addonType, addonSubType, group } = newest
  const registries = rows.map((row) => ({
    uid: row.registryUid,
    name: row.registryName,
    scope: row.registryScope,
    latestPackUid: row.packUid,
    latestVersion: row.version,
    versions: row.versions,
    annotations: JSON.parse(row.annotations) as Record<string, string>,
    createdAt: row.createdAt,
  }))
  return [
    { uid: newest.packUid, name, displayName, layer, type, cloudTypes, addonType, addonSubType, group, registries },
  ]
}
