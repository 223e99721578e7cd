import { AppError } from '../errors/app-error.ts'
import { lockTenant } from './lock-tenant.ts'
import { Prisma } from './prisma.ts'
import type { TenantClient } from './tenant-db.ts'

/** Things that a tenant names itself. */
const NAMED = {
  projects: { table: Prisma.sql`projects`, code: 'ProjectExists' },
  roles: { table: Prisma.sql`roles`, code: 'RoleExists' },
  teams: { table: Prisma.sql`teams`, code: 'TeamExists' },
} as const

/**
 * Names that differ only in case count as equal. Concurrent calls in the same tenant wait for each other. Takes a
 * transaction's client.
 * @throws AppError ProjectExists, RoleExists or TeamExists if another row than `uid` has the name
 */
export async function refuseTakenName(
  tx: TenantClient,
  named: keyof typeof NAMED,
  { uid = '', name }: { uid?: string; name: string },
): Promise<void> {
  const { table, code } = NAMED[named]
  await lockTenant(tx)
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT FROM ${table} WHERE tenant_uid = ${tx.$tenantUid} AND lower(name) = lower(${name}) AND uid <> ${uid} LIMIT 1`
  if (taken.length > 0) throw new AppError(code)
}
