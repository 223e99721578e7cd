import { z } from 'zod'
import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import { LAST_CHANGE, namesMissingMacro, profileStates } from '../profiles/index.ts'

const RECENT = 8

const countsSchema = z.array(
  z.object({
    type: z.string().nullable(),
    cloud: z.string().nullable(),
    count: z.int(),
    states: z.record(z.string(), z.int()),
  }),
)

interface Counted {
  scopeUids: readonly string[]
  states: readonly (keyof ReturnType<typeof profileStates>)[]
}

/** Counts profiles by type, by cloud and in some states, by their newest versions, in one statement. */
export async function countProfiles(db: TenantClient, { scopeUids, states: asked }: Counted) {
  const known = profileStates({ tenantUid: db.$tenantUid, scopeUids })
  const states = asked.map((state) => Prisma.sql`${state}::text, count(*) FILTER (WHERE ${known[state]})`)
  const rows = await db.$queryRaw(Prisma.sql`
    SELECT type, cloud_type AS cloud, count(*)::int AS count, json_build_object(${Prisma.join(states)}) AS states
    FROM profiles profile
    WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ANY(${[...scopeUids]}::bpchar[]) AND is_newest
    GROUP BY GROUPING SETS ((), (type), (cloud_type)) ORDER BY count DESC, type, cloud_type`)
  const counts = countsSchema.parse(rows)
  const all = counts.find(({ type, cloud }) => type === null && cloud === null)
  const named = (key: 'type' | 'cloud') =>
    counts.flatMap((row) => (row[key] === null ? [] : [{ name: row[key], count: row.count }]))
  return { count: all?.count ?? 0, states: all?.states ?? {}, types: named('type'), clouds: named('cloud') }
}

const NAMED_MACROS = 3

/** Macros that profiles use and that are undefined where those profiles are listed. */
export async function listMissingMacros(db: TenantClient, scopeUids: readonly string[]): Promise<string[]> {
  const rows = await db.$queryRaw(Prisma.sql`
    SELECT DISTINCT used.macro_name AS name
    FROM macro_uses used JOIN profiles profile ON profile.uid = used.profile_uid
    WHERE used.tenant_uid = ${db.$tenantUid} AND profile.scope_uid = ANY(${[...scopeUids]}::bpchar[]) AND profile.is_newest
      AND ${namesMissingMacro(scopeUids)}
    ORDER BY used.macro_name LIMIT ${NAMED_MACROS}`)
  return z
    .array(z.object({ name: z.string() }))
    .parse(rows)
    .map(({ name }) => name)
}

const recentSchema = z.array(
  z.object({
    uid: z.string(),
    name: z.string(),
    version: z.string(),
    at: z.date(),
    action: z.string(),
    person: z.string(),
  }),
)

/** The profiles changed most recently, each with who changed it. */
export const listRecent = async (db: TenantClient, scopeUids: readonly string[]) =>
  recentSchema.parse(await db.$queryRaw(recentChanges(db, scopeUids)))

/** Reads only as many rows as are shown, however long the log is. */
export const recentChanges = (db: TenantClient, scopeUids: readonly string[]) => Prisma.sql`
  SELECT profile.uid, profile.name, profile.version, coalesce(change.at, profile.modified_at) AS at,
    coalesce(change.action, '') AS action, coalesce(change.person, '') AS person
  FROM (
    SELECT found.* FROM unnest(${[...scopeUids]}::bpchar[]) AS visible(uid) CROSS JOIN LATERAL (
      SELECT uid, tenant_uid, name, version, modified_at FROM profiles
      WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = visible.uid AND is_newest
      ORDER BY modified_at DESC LIMIT ${RECENT}) found
    ORDER BY modified_at DESC LIMIT ${RECENT}
  ) profile
  LEFT JOIN LATERAL (${LAST_CHANGE}) change ON TRUE
  ORDER BY profile.modified_at DESC`

const registryCounts = z.object({ failed: z.int(), usable: z.int() })

/** How many registries failed in their newest sync, and how many have an address to sync from, or packs already. */
export async function countRegistries(db: TenantClient): Promise<z.infer<typeof registryCounts>> {
  const rows = await db.$queryRaw(Prisma.sql`
    SELECT count(*) FILTER (WHERE newest.state = 'failed')::int AS failed,
      count(*) FILTER (WHERE registry.endpoint <> '' OR EXISTS (
        SELECT FROM pack_versions pack WHERE pack.registry_uid = registry.uid AND pack.removed_at IS NULL
      ))::int AS usable
    FROM registries registry
    LEFT JOIN LATERAL (
      SELECT state FROM registry_syncs run WHERE run.registry_uid = registry.uid
      ORDER BY run.requested_at DESC, run.uid LIMIT 1
    ) newest ON TRUE
    WHERE registry.tenant_uid = ${db.$tenantUid}`)
  return z.tuple([registryCounts]).parse(rows)[0]
}
