import type { Database } from '../../../platform/database/prisma.ts'
import { STALE_SECONDS } from '../run/sync-run-repository.ts'

/** Time after which the schedule syncs a registry again. */
export const SYNC_EVERY_HOURS = 24

/** Time after which the schedule retries a registry whose sync failed. */
const AGAIN_AFTER_MINUTES = 60

/** Reads across all tenants, which no request does; the results are processed with the client of their tenant. */
export function createSyncScheduleRepository(prisma: Database) {
  return {
    /** Registries whose last sync is a day ago. */
    listDue: () => prisma.$queryRaw<{ uid: string; tenantUid: string }[]>`
      SELECT uid, tenant_uid AS "tenantUid" FROM registries registry
      WHERE is_sync_supported AND endpoint <> ''
        AND coalesce(last_synced_at, created_at) < now() - make_interval(hours => ${SYNC_EVERY_HOURS}::int)
        AND NOT EXISTS (SELECT 1 FROM registry_syncs run WHERE run.registry_uid = registry.uid
          AND run.requested_at > now() - make_interval(mins => ${AGAIN_AFTER_MINUTES}::int))`,
    /** Queued runs, and running ones whose process was killed. */
    listWaiting: () => prisma.$queryRaw<{ uid: string; tenantUid: string }[]>`
      SELECT uid, tenant_uid AS "tenantUid" FROM registry_syncs
      WHERE active_key IS NOT NULL AND (state = 'queued'
        OR heartbeat_at < now() - make_interval(secs => ${STALE_SECONDS}::int))
      ORDER BY requested_at, uid`,
  }
}
