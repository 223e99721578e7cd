import type { Database } from '../database/prisma.ts'

const BATCH = 5_000

/** Deletes expired events in batches, so that none locks others out for long. 0 keeps events for ever. */
export async function forgetOldAudits(prisma: Database, keptDays: number): Promise<void> {
  if (keptDays === 0) return
  const tenants = await prisma.tenant.findMany({ select: { uid: true } })
  for (const { uid } of tenants) {
    while ((await forgetBatch(prisma, { tenantUid: uid, keptDays })) === BATCH) continue
  }
}

/** Several processes may do it at once: each skips rows that another has locked. */
const forgetBatch = (prisma: Database, { tenantUid, keptDays }: { tenantUid: string; keptDays: number }) =>
  prisma.$executeRaw`
    DELETE FROM audit_events WHERE uid = ANY (ARRAY(
      SELECT uid FROM audit_events
      WHERE tenant_uid = ${tenantUid} AND at < now() - make_interval(days => ${keptDays}::int)
      ORDER BY at, uid LIMIT ${BATCH} FOR UPDATE SKIP LOCKED))`
