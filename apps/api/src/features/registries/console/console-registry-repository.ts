import { RUN_COLUMNS, NEWEST_RUN_FIRST } from '../../registry-sync/index.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

const COLUMNS = {
  uid: true,
  name: true,
  kind: true,
  providerType: true,
  ociType: true,
  endpoint: true,
  scope: true,
  isDefault: true,
  isPrivate: true,
  isSyncSupported: true,
  lastSyncedAt: true,
  createdAt: true,
  syncs: { take: 1, orderBy: NEWEST_RUN_FIRST, select: RUN_COLUMNS },
} as const

/**
 * Registries by name, each with its newest sync run and the number of its packs. One statement counts all of them, from
 * an index alone.
 */
export async function listConsoleRegistries(db: TenantClient) {
  const [registries, counts] = await Promise.all([
    db.registry.findMany({ select: COLUMNS, orderBy: [{ name: 'asc' }, { uid: 'asc' }] }),
    db.$queryRaw<{ uid: string; packs: number; versions: number }[]>`
      SELECT registry_uid AS uid, count(*) FILTER (WHERE is_newest)::int AS packs, count(*)::int AS versions
      FROM pack_versions WHERE tenant_uid = ${db.$tenantUid} AND removed_at IS NULL GROUP BY registry_uid`,
  ])
  const countsOf = new Map(counts.map(({ uid, ...count }) => [uid, count]))
  return registries.map((registry) => ({ ...registry, ...(countsOf.get(registry.uid) ?? { packs: 0, versions: 0 }) }))
}

export type ConsoleRegistry = Awaited<ReturnType<typeof listConsoleRegistries>>[number]

export interface RegistryUser {
  uid: string
  name: string
  version: string
  scope: 'system' | 'tenant' | 'project'
  scopeUid: string
  projectName: string
  layers: string[]
}

/** @returns undefined for an unknown registry */
export async function listRegistryUsers(db: TenantClient, uid: string): Promise<RegistryUser[] | undefined> {
  if ((await db.registry.count({ where: { uid } })) === 0) return undefined
  return db.$queryRaw<RegistryUser[]>`
    SELECT profile.uid, profile.name, profile.version, profile.scope, profile.scope_uid AS "scopeUid",
      coalesce(project.name, '') AS "projectName", used.layers
    FROM (
      SELECT profile_uid, array_agg(name ORDER BY position) AS layers FROM (
        SELECT profile_uid, name, min(position) AS position FROM layers
        WHERE tenant_uid = ${db.$tenantUid} AND registry_uid = ${uid} GROUP BY profile_uid, name
      ) layer GROUP BY profile_uid
    ) used
    JOIN profiles profile ON profile.uid = used.profile_uid
    LEFT JOIN projects project ON project.uid = profile.scope_uid
    ORDER BY profile.name, profile.version_key DESC, profile.uid`
}
