import type { SyncCounts, SyncFailure } from '../status/sync-run.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'

/** Runs kept per registry; older ones are deleted when a run ends. */
export const RUNS_KEPT = 20

/** A run without a heartbeat for this long belongs to a process that has died or hung. */
export const STALE_SECONDS = 15

export interface ClaimedRun {
  uid: string
  registryUid: string
  trigger: string
  requestedBy: string
  isForced: boolean
}

export interface RunEnd {
  state: 'succeeded' | 'failed' | 'cancelled'
  reason: string
  counts: SyncCounts
  failures: readonly SyncFailure[]
}

/**
 * One tenant's runs, for working on them. Every write names the claim, so that only one worker at a time has an effect.
 */
export function createSyncRunRepository(db: TenantClient) {
  return {
    /** Claims a run that is queued, or whose worker is gone. Its counts start again, as the walk does. */
    async claim(uid: string, claim: string): Promise<ClaimedRun | null> {
      const rows = await db.$queryRaw<ClaimedRun[]>`
        UPDATE registry_syncs SET state = 'running', claim = ${claim}, heartbeat_at = now(),
          started_at = coalesce(started_at, now())
        WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} AND (state = 'queued'
          OR (state = 'running' AND heartbeat_at < now() - make_interval(secs => ${STALE_SECONDS}::int)))
        RETURNING uid, registry_uid AS "registryUid", trigger, requested_by AS "requestedBy", is_forced AS "isForced"`
      return rows[0] ?? null
    },
    /** @returns undefined if another worker has the run now, or it is gone with its registry */
    async writeHeartbeat(uid: string, claim: string, counts: SyncCounts) {
      const rows = await db.$queryRaw<{ isCancelRequested: boolean }[]>`
        UPDATE registry_syncs SET heartbeat_at = now(), expected = ${counts.expected}, found = ${counts.found},
          added = ${counts.added}, changed = ${counts.changed}, unchanged = ${counts.unchanged}, failed = ${counts.failed}
        WHERE tenant_uid = ${db.$tenantUid} AND uid = ${uid} AND claim = ${claim} AND state = 'running'
        RETURNING cancel_requested_at IS NOT NULL AS "isCancelRequested"`
      return rows[0]
    },
    /** Gives a run back, for another process or the next start. */
    async release(uid: string, claim: string): Promise<void> {
      const where = { uid, claim, state: 'running' }
      await db.registrySync.updateMany({ where, data: { state: 'queued', heartbeatAt: null, claim: '' } })
    },
    /** @returns false if another worker has the run now */
    async end(uid: string, claim: string, { counts, failures, ...outcome }: RunEnd): Promise<boolean> {
      const data = {
        ...outcome,
        ...counts,
        failures: JSON.stringify(failures),
        activeKey: null,
        finishedAt: new Date(),
      }
      const { count } = await db.registrySync.updateMany({ where: { uid, claim, state: 'running' }, data })
      return count === 1
    },
    findRegistry: (uid: string) =>
      db.registry.findFirst({ where: { uid }, select: { uid: true, name: true, kind: true, syncMark: true } }),
    async setSynced(registryUid: string, mark: string | undefined): Promise<void> {
      const data = { lastSyncedAt: new Date(), ...(mark !== undefined && { syncMark: mark }) }
      await db.registry.updateMany({ where: { uid: registryUid }, data })
    },
    async forgetOldRuns(registryUid: string): Promise<void> {
      await db.$executeRaw`
        DELETE FROM registry_syncs WHERE tenant_uid = ${db.$tenantUid} AND uid IN (
          SELECT uid FROM registry_syncs
          WHERE tenant_uid = ${db.$tenantUid} AND registry_uid = ${registryUid} AND active_key IS NULL
          ORDER BY requested_at DESC, uid OFFSET ${RUNS_KEPT})`
    },
  }
}
