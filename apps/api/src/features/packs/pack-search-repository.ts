import { Prisma } from '../../platform/prisma.ts'
import type { TenantClient } from '../../platform/tenant-db.ts'
import { allOf, textConditions } from '../../platform/text-filter.ts'
import type { FoundPack, PackFilter, PackSearchPorts, PackSort } from './pack-search-service.ts'

const SORT_COLUMNS = {
  name: Prisma.sql`name`,
  displayName: Prisma.sql`display_name`,
  type: Prisma.sql`type`,
  layer: Prisma.sql`layer`,
  addOnType: Prisma.sql`addon_type`,
}

interface Row extends Omit<FoundPack, 'registries'> {
  registryUid: string
  registryName: string
  registryScope: string
  packUid: string
  version: string
  annotations: string
  createdAt: Date
}

export function createPackSearchRepository(db: TenantClient): PackSearchPorts {
  return {
    async searchPacks({ filter, sort, page }) {
      const rows = await db.$queryRaw<Row[]>`
        WITH matching AS (SELECT pack.* FROM pack_versions pack WHERE ${conditionsOf(db, filter)}),
        page AS (
          SELECT row_number() OVER (ORDER BY ${orderOf(sort)}) AS place, newest.*
          FROM (SELECT DISTINCT ON (name) * FROM matching ORDER BY name, version_key DESC, uid) newest
          ORDER BY place LIMIT ${page.limit} OFFSET ${page.offset}
        ),
        latest AS (
          SELECT DISTINCT ON (matching.registry_uid, matching.name) matching.*
          FROM matching WHERE matching.name IN (SELECT name FROM page)
          ORDER BY matching.registry_uid, matching.name, matching.version_key DESC
        )
        SELECT page.name, page.display_name AS "displayName", page.layer, page.type, page.cloud_types AS "cloudTypes",
          page.addon_type AS "addonType", page.addon_sub_type AS "addonSubType", page."group",
          registry.uid AS "registryUid", registry.name AS "registryName", registry.scope AS "registryScope",
          latest.uid AS "packUid", latest.version, latest.annotations, latest.created_at AS "createdAt"
        FROM page JOIN latest ON latest.name = page.name JOIN registries registry ON registry.uid = latest.registry_uid
        ORDER BY page.place, registry.name`
      return [...Map.groupBy(rows, (row) => row.name).values()].flatMap(toPack)
    },
    async countPacks(filter) {
      const rows = await db.$queryRaw<{ count: number }[]>`
        SELECT count(DISTINCT pack.name)::int AS count FROM pack_versions pack WHERE ${conditionsOf(db, filter)}`
      return rows[0]?.count ?? 0
    },
  }
}

/** By name where the caller gives no order, and among equals. */
function orderOf(sort: readonly PackSort[]): Prisma.Sql {
  const terms = sort.map(({ field, isDescending }) =>
    isDescending ? Prisma.sql`${SORT_COLUMNS[field]} DESC` : SORT_COLUMNS[field],
  )
  return Prisma.join([...terms, Prisma.sql`name`], ', ')
}

function conditionsOf(db: TenantClient, filter: PackFilter): Prisma.Sql {
  return allOf([
    Prisma.sql`pack.tenant_uid = ${db.$tenantUid} AND pack.removed_at IS NULL`,
    ...textConditions(Prisma.sql`pack.name`, filter.name),
    ...textConditions(Prisma.sql`pack.display_name`, filter.displayName),
    ...oneOf(Prisma.sql`pack.type`, filter.type),
    ...oneOf(Prisma.sql`pack.layer`, filter.layer),
    ...cloudConditions(filter.environment),
    ...oneOf(Prisma.sql`pack.addon_type`, filter.addOnType),
    ...oneOf(Prisma.sql`pack.addon_sub_type`, filter.addOnSubType),
    ...oneOf(Prisma.sql`pack.registry_uid`, filter.registryUid),
    ...oneOf(Prisma.sql`pack.annotations::json ->> 'source'`, filter.source),
  ])
}

const oneOf = (column: Prisma.Sql, values: readonly string[] | null | undefined): Prisma.Sql[] =>
  values && values.length > 0 ? [Prisma.sql`(${column}) = ANY(${[...values]})`] : []

/** A pack for every cloud fits any that is asked for. */
const cloudConditions = (clouds: readonly string[] | null | undefined): Prisma.Sql[] =>
  clouds && clouds.length > 0 ? [Prisma.sql`pack.cloud_types && ${[...clouds, 'all']}`] : []

function toPack(rows: readonly Row[]): FoundPack[] {
  const [first] = rows
  if (!first) return []
  const { name, displayName, layer, type, cloudTypes, addonType, addonSubType, group } = first
  const registries = rows.map((row) => ({
    uid: row.registryUid,
    name: row.registryName,
    scope: row.registryScope,
    latestPackUid: row.packUid,
    latestVersion: row.version,
    annotations: JSON.parse(row.annotations) as Record<string, string>,
    createdAt: row.createdAt,
  }))
  return [{ name, displayName, layer, type, cloudTypes, addonType, addonSubType, group, registries }]
}
