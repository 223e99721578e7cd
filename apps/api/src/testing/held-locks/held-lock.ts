import type { Database } from '../../platform/database/prisma.ts'
import type { TenantClient, TenantDb } from '../../platform/database/tenant-db.ts'

export interface HeldLock {
  isHeld: Promise<void>
  release: () => Promise<void>
}

/** A transaction that keeps what `lock` locked until it is released. */
export function holdLock(db: TenantDb, lock: (tx: TenantClient) => Promise<unknown>): HeldLock {
  const [held, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const ended = db.$transaction(
    async (tx) => {
      await lock(tx)
      held.resolve()
      await released.promise
    },
    { timeout: 60_000 },
  )
  const release = async () => {
    released.resolve()
    await ended
  }
  return { isHeld: held.promise, release }
}

/** How many statements in this database wait for a lock. */
export async function countLockWaiters(prisma: Database): Promise<number> {
  const [row] = await prisma.$queryRaw<{ waiting: number }[]>`
    SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`
  return row?.waiting ?? 0
}
