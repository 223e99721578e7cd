import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** Versions are the profiles of one name in one scope. */
export interface VersionPlace {
  scopeUid: string
  name: string
}

/** Versions of a name are changed one at a time, otherwise two could both become the newest. */
export async function lockVersions(db: TenantClient, { scopeUid, name }: VersionPlace) {
  await db.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', ${db.$tenantUid}::text, ${scopeUid}::text, ${name}::text), 0))`
}

/** Marks the highest version of the name, which lists show. */
export async function markNewest(db: TenantClient, { scopeUid, name }: VersionPlace) {
  await db.$executeRaw`
    UPDATE profiles SET is_newest = NOT is_newest
    WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name} AND is_newest <> (uid = (
      SELECT uid FROM profiles
      WHERE tenant_uid = ${db.$tenantUid} AND scope_uid = ${scopeUid} AND name = ${name}
      ORDER BY version_key DESC LIMIT 1))`
}
