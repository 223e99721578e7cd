import type { Database } from '../prisma.ts'

/**
 * Whether PostgreSQL's row-level security applies to the role that this process uses: it does not for owners and
 * superusers.
 */
export async function isHeldByPolicies(prisma: Database): Promise<boolean> {
  const rows = await prisma.$queryRaw<{ isHeld: boolean }[]>`SELECT row_security_active('profiles') AS "isHeld"`
  return rows[0]?.isHeld ?? false
}
