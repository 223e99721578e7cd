import { Prisma } from '../../../platform/database/prisma.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

const packsOf = (db: TenantClient) => Prisma.sql`hashtextextended(${`packs ${db.$tenantUid}`}, 0)`

/**
 * Until the transaction ends, no pack of the tenant is removed and no layer is marked. Call it first in a transaction
 * that writes or deletes profiles: whoever holds this lock must not wait for rows that the caller has locked.
 */
export async function holdPacks(db: TenantClient): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(${packsOf(db)})`
}

/**
 * Waits until no transaction holds the tenant's packs, and keeps others from holding them until this one ends. Call it
 * first, too.
 */
export async function takePacks(db: TenantClient): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(${packsOf(db)})`
}

/**
 * Marks layers by whether their pack is still in its registry, after these packs were removed, came back or were
 * deleted with their registry, and their profiles by whether all layers have their packs. Call it in the transaction of
 * that change, after `takePacks`. At most two statements, however many packs. The casts keep the indexes in use: uids
 * of packs are char(24), layers store them as text.
 * @returns how many layers changed
 */
export async function markLayersOfPacks(db: TenantClient, packUids: readonly string[]): Promise<number> {
  if (packUids.length === 0) return 0
  const changed = await db.$queryRaw<{ profileUid: string }[]>`
    UPDATE layers layer SET is_invalid = NOT layer.is_invalid
    FROM unnest(${packUids}::text[]) AS wanted(uid)
    LEFT JOIN LATERAL (
      SELECT tenant_uid, removed_at FROM pack_versions WHERE uid = wanted.uid::bpchar OFFSET 0
    ) pack ON pack.tenant_uid = ${db.$tenantUid} AND pack.removed_at IS NULL
    WHERE layer.tenant_uid = ${db.$tenantUid} AND layer.pack_uid = wanted.uid
      AND layer.is_invalid <> (pack.tenant_uid IS NULL)
    RETURNING layer.profile_uid AS "profileUid"`
  if (changed.length > 0) await markProfiles(db, [...new Set(changed.map(({ profileUid }) => profileUid))])
  return changed.length
}

async function markProfiles(db: TenantClient, profileUids: readonly string[]) {
  await db.$executeRaw`
    UPDATE profiles profile SET is_invalid = NOT profile.is_invalid
    FROM unnest(${profileUids}::text[]) AS touched(uid)
    WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.uid = touched.uid::bpchar
      AND profile.is_invalid <> EXISTS (
        SELECT 1 FROM layers layer WHERE layer.profile_uid = profile.uid AND layer.is_invalid)`
}
