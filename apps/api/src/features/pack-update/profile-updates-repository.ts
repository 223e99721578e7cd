import { Prisma } from '../../platform/database/prisma.ts'
import type { TenantClient } from '../../platform/database/tenant-db.ts'
import type { Page } from '../../platform/lists/paging.ts'
import { HAS_NEWER_PACK, IS_CURRENT_LAYER, IS_NEWER_PACK, profilesWithNewerPack } from '../profiles/index.ts'

/** If none of these is compatible with the other packs, older ones hardly will be. */
const MAX_CANDIDATES = 10

export interface UpdateCandidate {
  packUid: string
  version: string
  constraints: string
}

export interface LayerUpdates {
  packName: string
  packUid: string
  version: string
  /** Newer versions for its kind of layer and the profile's cloud, newest first. */
  candidates: readonly UpdateCandidate[]
}

export interface ProfileUpdates {
  uid: string
  name: string
  version: string
  scope: 'project' | 'tenant'
  updates: readonly LayerUpdates[]
  /** All packs of the profile, for their constraints on each other. */
  packs: readonly { layer: string; version: string; constraints: string }[]
}

interface Wanted {
  scopeUids: readonly string[]
  /** Empty for all profiles of the scopes. */
  uids: readonly string[]
  page: Page
  /** Counting stops here, and `most` plus one means more; if absent, all are counted. */
  most?: number
}

/**
 * Profiles of the scopes whose newest version has a layer with a newer pack available, by name. One statement: packs
 * marked as the newest of their name in their registry are skipped, and candidates are read for the page only. If
 * counting stops early, each scope is read in index order until enough are found; otherwise the search starts from
 * packs that are not the newest.
 */
export async function listProfileUpdates(
  db: TenantClient,
  { scopeUids, uids, page, most }: Wanted,
): Promise<{ items: ProfileUpdates[]; count: number }> {
  const among = uids.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`profile.uid = ANY(${[...uids]}::bpchar[])`
  const areAll = uids.length === 0 && most === undefined
  const isBehind = areAll ? Prisma.sql`profile.uid IN (${profilesWithNewerPack(db.$tenantUid)})` : HAS_NEWER_PACK
  const enough = most === undefined ? null : Math.max(most + 1, page.offset + page.limit)
  const rows = await db.$queryRaw<(ProfileUpdates & { count: number })[]>`
    WITH behind AS (
      SELECT found.* FROM unnest(${[...scopeUids]}::bpchar[]) AS visible(uid) CROSS JOIN LATERAL (
        SELECT profile.uid, profile.name, profile.version, profile.version_key FROM profiles profile
        WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.scope_uid = visible.uid AND profile.is_newest
          AND ${among} AND ${isBehind}
        ORDER BY profile.name, profile.uid LIMIT ${enough}
      ) found
    ), page AS (
      SELECT uid, name, version, version_key FROM behind
      ORDER BY name, uid LIMIT ${page.limit} OFFSET ${page.offset}
    )
    SELECT page.uid, page.name, page.version, total.count,
      CASE WHEN profile.scope_uid = profile.tenant_uid THEN 'tenant' ELSE 'project' END AS scope,
      held.updates, held.packs
    FROM (SELECT count(*)::int AS count FROM behind) total
    LEFT JOIN page ON TRUE
    LEFT JOIN profiles profile ON profile.uid = page.uid
    LEFT JOIN LATERAL (
      SELECT
        json_agg(json_build_object('packName', layer.name, 'packUid', pack.uid, 'version', layer.version,
          'candidates', candidate.list) ORDER BY layer.position) FILTER (WHERE candidate.list IS NOT NULL) AS updates,
        json_agg(json_build_object('layer', layer.name, 'version', layer.version, 'constraints', pack.constraints)) AS packs
      FROM layers layer
      JOIN pack_versions pack ON pack.uid = layer.pack_uid::bpchar
      LEFT JOIN LATERAL (
        SELECT json_agg(json_build_object('packUid', newest.uid, 'version', newest.version,
          'constraints', newest.constraints) ORDER BY newest.version_key DESC) AS list
        FROM (
          SELECT newer.uid, newer.version, newer.version_key, newer.constraints FROM pack_versions newer
          WHERE ${IS_NEWER_PACK} ORDER BY newer.version_key DESC LIMIT ${MAX_CANDIDATES}
        ) newest
      ) candidate ON TRUE
      WHERE layer.profile_uid = page.uid AND layer.type <> 'manifest' AND ${IS_CURRENT_LAYER}
    ) held ON TRUE
    ORDER BY page.name, page.uid`
  // A page past the end is one row with nothing but the count.
  const count = Math.min(rows[0]?.count ?? 0, (most ?? Infinity) + 1)
  return { items: rows.filter(({ uid }) => uid !== null), count }
}
