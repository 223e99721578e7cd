import pg from 'pg'

/** A row that is new, gone or different. */
export interface ChangedRow {
  table: string
  /** As JSON. */
  row: string
}

/** A database's content at one moment: to restore, and to compare with. */
export interface DatabaseSnapshot {
  /** Restores every row. */
  restore: () => Promise<void>
  changes: () => Promise<ChangedRow[]>
  /** Uids of a tenant's rows in all tables. */
  uidsOf: (tenantUid: string) => Promise<string[]>
  close: () => Promise<void>
}

interface Table {
  name: string
  key: string[]
  isOwned: boolean
}

const TABLES = `
  SELECT c.relname AS name,
    ARRAY(
      SELECT a.attname::text FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
      WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY a.attnum
    ) AS key,
    2 = (SELECT count(*) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname IN ('tenant_uid', 'uid')) AS "isOwned"
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE '\\_%'`

/** Request counters belong to nobody. */
const COUNTERS = 'rate_counters'
/** Sessions, users and keys record that they were used. */
const ROW = `(to_jsonb(t) - 'last_seen_at' - 'last_used_at')::text`

/** Triggers note the keys of written rows here, so that only those need to be compared. */
const NOTES = `
  CREATE UNLOGGED TABLE kept.written (name text NOT NULL, key text NOT NULL);
  GRANT USAGE ON SCHEMA kept TO PUBLIC;
  GRANT INSERT ON kept.written TO PUBLIC`

/** Copies every row into a schema of its own in the same database. */
export async function takeSnapshot(url: string): Promise<DatabaseSnapshot> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<Table>(TABLES)
  await client.query(['CREATE SCHEMA kept', NOTES, ...tables.map(keepingOf)].join(';'))
  const written = async () => {
    const { rows } = await client.query<{ name: string }>('SELECT DISTINCT name FROM kept.written')
    return tables.filter(({ name }) => rows.some((row) => row.name === name))
  }
  return {
    restore: async () => {
      const restoring = (await written()).map(restoringOf)
      if (restoring.length === 0) return
      // Without foreign keys and triggers: the rows were consistent when they were copied.
      await client.query(
        `BEGIN; SET LOCAL session_replication_role = replica; ${restoring.join('')} DELETE FROM kept.written; COMMIT`,
      )
    },
    changes: async () => {
      const differences = (await written()).filter(({ name }) => name !== COUNTERS).map(differenceOf)
      if (differences.length === 0) return []
      return (await client.query<ChangedRow>(differences.join(' UNION ALL '))).rows
    },
    uidsOf: async (tenantUid) => {
      const owned = tables.filter(({ isOwned }) => isOwned)
      const sql = owned.map(({ name }) => `SELECT uid FROM kept.${name} WHERE tenant_uid = $1`).join(' UNION ')
      return (await client.query<{ uid: string }>(sql, [tenantUid])).rows.map(({ uid }) => uid)
    },
    close: () => client.end(),
  }
}

const keyOf = (row: string, { key }: Table) => `ROW(${key.map((column) => `${row}.${column}`).join(', ')})::text`

const keepingOf = (table: Table) => `
  CREATE TABLE kept.${table.name} AS TABLE ${table.name};
  CREATE FUNCTION kept.note_${table.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF TG_OP <> 'INSERT' THEN INSERT INTO kept.written VALUES ('${table.name}', ${keyOf('OLD', table)}); END IF;
    IF TG_OP <> 'DELETE' THEN INSERT INTO kept.written VALUES ('${table.name}', ${keyOf('NEW', table)}); END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON ${table.name}
    FOR EACH ROW EXECUTE FUNCTION kept.note_${table.name}()`

const isWritten = (table: Table) =>
  `${keyOf('t', table)} IN (SELECT key FROM kept.written WHERE name = '${table.name}')`

const restoringOf = (table: Table) => `
  DELETE FROM ${table.name} t WHERE ${isWritten(table)};
  INSERT INTO ${table.name} SELECT t.* FROM kept.${table.name} t WHERE ${isWritten(table)};`

function differenceOf(table: Table): string {
  const [now, before] = [table.name, `kept.${table.name}`].map(
    (rows) => `SELECT '${table.name}' AS table, ${ROW} AS row FROM ${rows} t WHERE ${isWritten(table)}`,
  )
  return `((${now} EXCEPT ${before}) UNION ALL (${before} EXCEPT ${now}))`
}
