import type { Database } from '../../../platform/database/prisma.ts'
import { STALE_SECONDS } from '../run/sync-run-repository.ts'

/** Time after which the schedule syncs a registry again. */
export const SYNC_EVERY_HOURS = 24

/** A registry that failed is asked again by the schedule after this long. */
const AGAIN_AFTER_MINUTES = 60

/** Looks over all tenants, as nobody's request does: what it finds is worked on with the client of its tenant. */
export function createSyncScheduleRepository(prisma: Database) {
  return {
    /** Registries whose last sync is a day ago. */
    listDue: () => prisma.$queryRaw<{ uid: string; tenantUid: string }[]>`
      SELECT uid, tenant_uid AS "tenantUid" FROM registries registry
      WHERE is_sync_supported AND endpoint <> ''
        AND coalesce(last_synced_at, created_at) < now() - make_interval(hours => ${SYNC_EVERY_HOURS}::int)
        AND NOT EXISTS (SELECT 1 FROM registry_syncs run WHERE run.registry_uid = registry.uid
          AND run.requested_at > now() - make_interval(mins => ${AGAIN_AFTER_MINUTES}::int))`,
    /** Runs that wait, and those whose process was killed. */
    listWaiting: () => prisma.$queryRaw<{ uid: string; tenantUid: string }[]>`
      SELECT uid, tenant_uid AS "tenantUid" FROM registry_syncs
      WHERE active_key IS NOT NULL AND (state = 'queued'
        OR heartbeat_at < now() - make_interval(secs => ${STALE_SECONDS}::int))
      ORDER BY requested_at, uid`,
  }
}
