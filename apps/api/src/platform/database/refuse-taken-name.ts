import { AppError } from '../errors/app-error.ts'
import { Prisma } from './prisma.ts'
import type { TenantClient } from './tenant-db.ts'

/** What a tenant names in its own words, and finds by them. */
const NAMED = {
  projects: { table: Prisma.sql`projects`, code: 'ProjectExists' },
  roles: { table: Prisma.sql`roles`, code: 'RoleExists' },
  teams: { table: Prisma.sql`teams`, code: 'TeamExists' },
} as const

/**
 * Names that differ in their case alone look alike; whoever else names one waits. Takes the client of a transaction.
 *
 * @throws AppError ProjectExists, RoleExists, TeamExists where another one than `uid` has the name
 */
export async function refuseTakenName(
  tx: TenantClient,
  named: keyof typeof NAMED,
  { uid = '', name }: { uid?: string; name: string },
): Promise<void> {
  const { table, code } = NAMED[named]
  await tx.$queryRaw`SELECT FROM tenants WHERE uid = ${tx.$tenantUid} FOR NO KEY UPDATE`
  const taken = await tx.$queryRaw<unknown[]>`
    SELECT FROM ${table} WHERE tenant_uid = ${tx.$tenantUid} AND lower(name) = lower(${name}) AND uid <> ${uid} LIMIT 1`
  if (taken.length > 0) throw new AppError(code)
}
