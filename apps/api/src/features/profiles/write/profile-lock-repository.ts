import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** Who comes second waits, until the transaction of `db` ends; false when there is no such profile. */
export async function lockProfile(db: TenantClient, uid: string): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    SELECT uid FROM profiles WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} FOR UPDATE`
  return rows.length === 1
}
