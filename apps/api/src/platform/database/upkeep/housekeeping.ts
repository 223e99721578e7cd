import type { FastifyBaseLogger } from 'fastify'
import { forgetOldAudits } from '../../audit/audit-retention.ts'
import { SESSION_IDLE_MINUTES } from '../../access/principal-repository.ts'
import type { Database } from '../prisma.ts'

const HOUR_MS = 3_600_000

/**
 * Deletes expired sessions, old rate counters, expired idempotency keys, data of removed packs that no layer uses, and
 * expired audit events. Several processes may run it at once.
 */
async function sweep(prisma: Database, auditDays: number): Promise<void> {
  await prisma.$executeRaw`DELETE FROM sessions WHERE expires_at < now()
    OR last_seen_at < now() - make_interval(mins => ${SESSION_IDLE_MINUTES}::int)`
  await prisma.$executeRaw`DELETE FROM rate_counters WHERE window_start < now() - interval '1 day'`
  await prisma.$executeRaw`DELETE FROM idempotency_keys WHERE created_at < now() - interval '1 day'`
  await prisma.$executeRaw`DELETE FROM kept_grounds
    WHERE NOT EXISTS (SELECT FROM layers WHERE layers.pack_uid = kept_grounds.pack_uid)`
  await forgetOldAudits(prisma, auditDays)
}

interface Housekept {
  prisma: Database
  config: { auditDays: number }
}

/** @returns stops it */
export function startHousekeeping({ prisma, config }: Housekept, log: FastifyBaseLogger): () => void {
  const timer = setInterval(() => {
    sweep(prisma, config.auditDays).catch((err: unknown) => log.warn({ err }, 'housekeeping'))
  }, HOUR_MS)
  timer.unref()
  return () => clearInterval(timer)
}
