import pg from 'pg'

/** A database as it was: to go back to, and to compare with. */
export interface DatabaseSnapshot {
  /** Puts every row back. */
  restore: () => Promise<void>
  /** Rows that are new, gone or other than in the snapshot, as JSON texts. */
  changedRows: () => Promise<string[]>
  /** Uids of the rows of a tenant, of whatever table. */
  uidsOf: (tenantUid: string) => Promise<string[]>
  close: () => Promise<void>
}

const TABLES = `
  SELECT c.relname AS name, ARRAY(
    SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('tenant_uid', 'uid')
  ) AS columns
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\\_%'`

/** Counts requests: no row of anybody's. */
const COUNTERS = 'rate_counters'
/** A session notes that it was used. */
const ROW = `(to_jsonb(t) - 'last_seen_at')::text`

/** Keeps a copy of every row in a schema of its own, in the same database. */
export async function takeSnapshot(url: string): Promise<DatabaseSnapshot> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(TABLES)
  const names = tables.map(({ name }) => name)
  await client.query(
    ['CREATE SCHEMA kept', ...names.map((name) => `CREATE TABLE kept.${name} AS TABLE ${name}`)].join(';'),
  )
  const restoring = names.map((name) => `DELETE FROM ${name}; INSERT INTO ${name} SELECT * FROM kept.${name}`)
  // With a name it is planned once and not each time.
  const comparing = {
    name: 'changed-rows',
    text: names
      .filter((name) => name !== COUNTERS)
      .map(differenceOf)
      .join(' UNION ALL '),
  }
  const owned = tables.filter(({ columns }) => columns.length === 2)
  return {
    restore: async () => {
      // Neither foreign keys nor triggers: what comes back was right when it was copied.
      await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${restoring.join(';')}; COMMIT`)
    },
    changedRows: async () => {
      const { rows } = await client.query<{ row: string }>(comparing)
      return rows.map(({ row }) => row)
    },
    uidsOf: async (tenantUid) => {
      const sql = owned.map(({ name }) => `SELECT uid FROM kept.${name} WHERE tenant_uid = $1`).join(' UNION ')
      return (await client.query<{ uid: string }>(sql, [tenantUid])).rows.map(({ uid }) => uid)
    },
    close: () => client.end(),
  }
}

function differenceOf(name: string): string {
  const [now, before] = [name, `kept.${name}`].map((table) => `SELECT ${ROW} AS row FROM ${table} t`)
  return `((${now} EXCEPT ${before}) UNION ALL (${before} EXCEPT ${now}))`
}
