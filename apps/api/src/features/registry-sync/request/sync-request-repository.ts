import { NEWEST_RUN_WITH_FAILURES } from '../status/sync-run.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'

const SYNCED = { uid: true, name: true, kind: true, endpoint: true, isSyncSupported: true, lastSyncedAt: true } as const

export interface SyncRequest {
  registryUid: string
  trigger: 'create' | 'request' | 'schedule'
  /** Reads everything again, whatever ETags and digests say: also for a registry whose endpoint changed. */
  isForced?: boolean
}

/** Runs as those who ask for them see them. Takes the client of a transaction. */
export function createSyncRequestRepository(db: TenantClient) {
  return {
    findRegistry: async (uid: string) => {
      const found = await db.registry.findFirst({
        where: { uid },
        select: { ...SYNCED, syncs: NEWEST_RUN_WITH_FAILURES },
      })
      if (!found) return null
      const { syncs, ...registry } = found
      return { registry, newest: syncs[0] ?? null }
    },
    /**
     * Queues a run, or joins the one that is not over yet: the unique key lets one of many requests in.
     *
     * @returns the run's uid, and whether it is new.
     */
    async queue({ registryUid, trigger, isForced = false }: SyncRequest, requestedBy: string) {
      const rows = await db.$queryRaw<{ uid: string; isNew: boolean }[]>`
        INSERT INTO registry_syncs (uid, tenant_uid, registry_uid, active_key, state, trigger, is_forced, requested_by)
        VALUES (${newUid()}, ${db.$tenantUid}, ${registryUid}, ${registryUid}, 'queued', ${trigger}, ${isForced}, ${requestedBy})
        ON CONFLICT (active_key) DO UPDATE
          SET is_forced = registry_syncs.is_forced OR (registry_syncs.state = 'queued' AND excluded.is_forced)
        RETURNING uid, xmax = 0 AS "isNew"`
      return rows[0] ?? { uid: '', isNew: false }
    },
    /**
     * One that waits is over at once; one that runs is told, and ends soon.
     *
     * @returns the run's uid; null when none is queued or running.
     */
    async cancel(registryUid: string): Promise<string | null> {
      const rows = await db.$queryRaw<{ uid: string }[]>`
        UPDATE registry_syncs SET cancel_requested_at = coalesce(cancel_requested_at, now()),
          state = CASE WHEN state = 'queued' THEN 'cancelled' ELSE state END,
          active_key = CASE WHEN state = 'queued' THEN NULL ELSE active_key END,
          finished_at = CASE WHEN state = 'queued' THEN now() END
        WHERE tenant_uid = ${db.$tenantUid} AND active_key = ${registryUid}
        RETURNING uid`
      return rows[0]?.uid ?? null
    },
  }
}
