import { NEWEST_RUN_WITH_FAILURES } from '../status/sync-run.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { newUid } from '../../../platform/database/uid.ts'

const SYNCED = { uid: true, name: true, kind: true, endpoint: true, isSyncSupported: true, lastSyncedAt: true } as const

export interface SyncRequest {
  registryUid: string
  trigger: 'create' | 'request' | 'schedule'
  /** Reads everything again, whatever ETags and digests say; also used when a registry's endpoint changed. */
  isForced?: boolean
}

/** For requesting and cancelling sync runs. Takes a transaction's client. */
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
     * Queues a run, or joins the one that is queued or running: a unique key lets only one of many requests create it.
     * @returns the run's uid, and whether it is new
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
     * A queued run ends at once; a running one is asked to stop, and ends soon.
     * @returns the run's uid; null if none is queued or running
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
