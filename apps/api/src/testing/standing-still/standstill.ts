import pg from 'pg'
import { expect } from 'vitest'

/** A place where somebody else's transaction stands still until it is let go, however fast or busy the machine is. */
export interface Standstill {
  /** Once somebody waits there. */
  reached: () => Promise<unknown>
  letGo: () => Promise<void>
}

/** Waits for who writes to the table now; everybody after them then waits. */
export const holdTable = (databaseUrl: string, table: string): Promise<Standstill> =>
  hold(databaseUrl, `LOCK TABLE ${pg.escapeIdentifier(table)} IN SHARE MODE`)

/** Holds what the statement locks. */
export async function hold(databaseUrl: string, sql: string, values: readonly string[] = []): Promise<Standstill> {
  const client = new pg.Client({ connectionString: databaseUrl })
  // The database may be killed with whoever waits.
  client.on('error', () => undefined)
  await client.connect()
  await client.query('BEGIN')
  await client.query(sql, [...values])
  const waiting = async () => (await client.query(WAITING)).rowCount
  return {
    reached: () => expect.poll(waiting).toBeGreaterThan(0),
    letGo: async () => {
      await client.end().catch(() => undefined)
    },
  }
}

const WAITING = 'SELECT FROM pg_stat_activity WHERE pg_backend_pid() = ANY(pg_blocking_pids(pid))'
