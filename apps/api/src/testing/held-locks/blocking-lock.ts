import pg from 'pg'
import { expect } from 'vitest'

/** A lock at which somebody else's transaction stops until it is released, however fast or busy the machine is. */
export interface BlockingLock {
  /** Resolves when a transaction waits for the lock. */
  hasWaiter: () => Promise<unknown>
  release: () => Promise<void>
}

/** Waits for current writers of the table; later ones then wait. */
export const holdTable = (databaseUrl: string, table: string): Promise<BlockingLock> =>
  hold(databaseUrl, `LOCK TABLE ${pg.escapeIdentifier(table)} IN SHARE MODE`)

/** Holds what the statement locks. */
export async function hold(databaseUrl: string, sql: string, values: readonly string[] = []): Promise<BlockingLock> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // The database may be killed while the lock is held.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN')
  await client.query(sql, [...values])
  const waiting = async () => (await client.query(WAITING)).rowCount
  return {
    hasWaiter: async () => expect.poll(waiting).toBeGreaterThan(0),
    release: async () => {
      await client.end().catch(() => undefined)
    },
  }
}

// A transaction keeps the sessions of pg_stat_activity that it first saw, but not the locks.
const WAITING = 'SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))'
