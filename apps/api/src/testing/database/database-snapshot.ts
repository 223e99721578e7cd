import pg from 'pg'

/** A row that is new, gone or other than it was. */
export interface ChangedRow {
  table: string
  /** As JSON. */
  row: string
}

/** A database as it was: to go back to, and to compare with. */
export interface DatabaseSnapshot {
  /** Puts every row back. */
  restore: () => Promise<void>
  changes: () => Promise<ChangedRow[]>
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
/** Sessions, users and keys note that they were used. */
const ROW = `(to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text`

/** Whoever writes into a table notes its name, so that the others need not be looked at. */
const NOTING = `
  CREATE UNLOGGED TABLE kept.written (name text NOT NULL);
  CREATE FUNCTION kept.note() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO kept.written VALUES (TG_TABLE_NAME); RETURN NULL; END $$`

/** Keeps a copy of every row in a schema of its own, in the same database. */
export async function takeSnapshot(url: string): Promise<DatabaseSnapshot> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string; columns: string[] }>(TABLES)
  await client.query(['CREATE SCHEMA kept', NOTING, ...tables.map(({ name }) => keepingOf(name))].join(';'))
  const owned = tables.filter(({ columns }) => columns.length === 2)
  const written = async () => {
    const { rows } = await client.query<{ name: string }>('SELECT DISTINCT name FROM kept.written')
    return rows.map(({ name }) => name)
  }
  return {
    restore: async () => {
      const restoring = (await written()).map((name) => `DELETE FROM ${name}; INSERT INTO ${name} TABLE kept.${name};`)
      if (restoring.length === 0) return
      // Neither foreign keys nor triggers: what comes back was right when it was copied.
      await client.query(
        `BEGIN; SET LOCAL session_replication_role = replica; ${restoring.join('')} TRUNCATE kept.written; COMMIT`,
      )
    },
    changes: async () => {
      const differences = (await written()).filter((name) => name !== COUNTERS).map(differenceOf)
      if (differences.length === 0) return []
      return (await client.query<ChangedRow>(differences.join(' UNION ALL '))).rows
    },
    uidsOf: async (tenantUid) => {
      const sql = owned.map(({ name }) => `SELECT uid FROM kept.${name} WHERE tenant_uid = $1`).join(' UNION ')
      return (await client.query<{ uid: string }>(sql, [tenantUid])).rows.map(({ uid }) => uid)
    },
    close: () => client.end(),
  }
}

const keepingOf = (name: string) => `
  CREATE TABLE kept.${name} AS TABLE ${name};
  CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON ${name} FOR EACH STATEMENT EXECUTE FUNCTION kept.note()`

function differenceOf(name: string): string {
  const [now, before] = [name, `kept.${name}`].map(
    (table) => `SELECT '${name}' AS table, ${ROW} AS row FROM ${table} t`,
  )
  return `((${now} EXCEPT ${before}) UNION ALL (${before} EXCEPT ${now}))`
}
