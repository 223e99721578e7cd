import type { TenantClient } from './tenant-db.ts'

/** Changes that must see each other's result wait here for one another, until the transaction of `tx` ends. */
export async function lockTenant(tx: TenantClient): Promise<void> {
  await tx.$queryRaw`SELECT FROM tenants WHERE uid = ${tx.$tenantUid} FOR NO KEY UPDATE`
}
