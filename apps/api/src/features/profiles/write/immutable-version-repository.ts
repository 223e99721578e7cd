import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/**
 * Whether this is a published version in a tenant whose published versions are immutable. Takes the client of a
 * transaction that has locked the profile. The tenant's setting is locked until the transaction ends: turning it on
 * waits for changes under way, and later ones see it.
 */
export async function isImmutableVersion(db: TenantClient, profileUid: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ isImmutable: boolean }[]>`
    SELECT tenant.keeps_published AS "isImmutable"
    FROM tenants tenant JOIN profiles profile ON profile.tenant_uid = tenant.uid
    WHERE profile.tenant_uid = ${db.$tenantUid} AND profile.uid = ${profileUid} AND profile.is_published
    FOR SHARE OF tenant`
  return rows[0]?.isImmutable ?? false
}
