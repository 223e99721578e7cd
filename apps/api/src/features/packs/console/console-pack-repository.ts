import type { LayerKind, PackType } from '@waybill/profile-format'
import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { PACK_COLUMNS, TEXT_COLUMNS } from '../read/stored-pack.ts'

/** More than a menu can show. */
const MAXIMUM_VERSIONS = 500
const MAXIMUM_USERS = 500

interface User {
  uid: string
  name: string
  version: string
  scope: string
  projectUid: string
  projectName: string
  layers: string[]
}

export const findConsolePack = (db: TenantClient, uid: string) =>
  db.packVersion.findFirst({
    where: { uid },
    select: {
      ...PACK_COLUMNS,
      ...TEXT_COLUMNS,
      description: true,
      constraints: true,
      removedAt: true,
      registry: { select: { uid: true, name: true, kind: true } },
    },
  })

/** In all registries, newest first, removed versions last. */
export async function listVersionsEverywhere(db: TenantClient, name: string) {
  const rows = await db.packVersion.findMany({
    where: { name },
    orderBy: [{ removedAt: { sort: 'asc', nulls: 'first' } }, { versionKey: 'desc' }, { registry: { name: 'asc' } }],
    select: { uid: true, version: true, removedAt: true, registry: { select: { uid: true, name: true } } },
    take: MAXIMUM_VERSIONS,
  })
  return rows.map(({ uid, version, removedAt, registry }) => ({
    uid,
    version,
    registryUid: registry.uid,
    registryName: registry.name,
    isRemoved: removedAt !== null,
  }))
}

/** Profiles with a layer that uses this pack version: those visible to the caller, and the number of others. */
export async function listPackUsers(db: TenantClient, packUid: string, projectUids: readonly string[] | 'all') {
  const isVisible = isVisibleIn(projectUids)
  const users = await db.$queryRaw<(User & { isVisible: boolean })[]>`
    SELECT profile.uid, profile.name, profile.version, profile.scope, ${isVisible} AS "isVisible",
      coalesce(project.uid, '') AS "projectUid", coalesce(project.name, '') AS "projectName",
      array_agg(DISTINCT layer.name) AS layers
    FROM layers layer JOIN profiles profile ON profile.uid = layer.profile_uid
    LEFT JOIN projects project ON profile.scope = 'project' AND project.uid = profile.scope_uid
    WHERE layer.tenant_uid = ${db.$tenantUid} AND layer.pack_uid = ${packUid}
    GROUP BY profile.uid, project.uid
    ORDER BY profile.name, profile.version_key DESC, profile.uid`
  const visible = users.filter((user) => user.isVisible)
  return { profiles: visible.slice(0, MAXIMUM_USERS), hidden: users.length - visible.length }
}

/** As everywhere: tenant and system profiles are visible to all, a project's own from that project. */
const isVisibleIn = (projectUids: readonly string[] | 'all') =>
  projectUids === 'all'
    ? Prisma.sql`TRUE`
    : Prisma.sql`(profile.scope <> 'project' OR profile.scope_uid = ANY(${[...projectUids]}::bpchar[]))`

/** The values by which the newest versions can be filtered. */
export async function listPackFacets(db: TenantClient) {
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
}
