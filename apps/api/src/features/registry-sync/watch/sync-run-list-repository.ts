import { RUN_COLUMNS, type SyncRow, NEWEST_RUN_FIRST } from '../status/sync-run.ts'
import type { TenantClient } from '../../../platform/database/tenant-db.ts'
import { RUNS_KEPT } from '../run/sync-run-repository.ts'

/** Reads sync runs for watching them. */
export function createSyncRunListRepository(db: TenantClient) {
  return {
    /** Newest first; only the newest includes its failures. */
    async list(registryUid: string): Promise<SyncRow[]> {
      const rows = await db.registrySync.findMany({
        where: { registryUid },
        orderBy: NEWEST_RUN_FIRST,
        take: RUNS_KEPT,
        select: RUN_COLUMNS,
      })
      const [newest, ...older] = rows
      if (!newest) return []
      const { failures } = await db.registrySync.findFirstOrThrow({
        where: { uid: newest.uid },
        select: { failures: true },
      })
      return [{ ...newest, failures }, ...older]
    },
    /** Runs that are under way, and those that ended recently. */
    listCurrent: (since: Date): Promise<SyncRow[]> =>
      db.registrySync.findMany({
        where: { OR: [{ activeKey: { not: null } }, { finishedAt: { gte: since } }] },
        orderBy: [{ requestedAt: 'asc' }, { uid: 'asc' }],
        select: RUN_COLUMNS,
      }),
  }
}
