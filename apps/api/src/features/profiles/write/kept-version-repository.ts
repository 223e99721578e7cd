import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/**
 * Whether a version is published in a tenant that keeps what is published. Takes the client of a transaction that has locked
 * the profile; until that ends, the tenant's setting stays as it was read: who turns it on waits for changes under way, and no
 * later one passes by.
 */
export async function isKeptVersion(db: TenantClient, profileUid: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ isKept: boolean }[]>`
    SELECT tenant.keeps_published AS "isKept"
    FROM tenants tenant JOIN profiles profile ON profile.tenant_uid = tenant.uid
    WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.uid = ${profileUid} AND profile.is_published
    FOR SHARE OF tenant`
  return rows[0]?.isKept ?? false
}
