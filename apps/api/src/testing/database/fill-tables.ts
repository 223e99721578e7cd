import type pg from 'pg'

interface Column {
  table: string
  name: string
  type: string
  isNeeded: boolean
  /** The table that a foreign key refers to. */
  parent: string | null
}

const COLUMNS = `
  SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type,
    a.attnotnull AND NOT a.atthasdef AS "isNeeded", (
      SELECT f.confrelid::regclass::text FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND a.attnum = ANY (f.conkey)
    ) AS parent
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
  ORDER BY c.relname, a.attnum`

const ROWS = 3

/** The primary key's columns at that version, and their values: a later version may have another key. */
interface FilledTable {
  columns: string[]
  keys: string[]
}

/**
 * Inserts rows into every table of any schema version: required columns by type, foreign keys with the parents' uids,
 * everything else by its default.
 * @returns the rows' keys by table
 */
export async function fillTables(client: pg.Client): Promise<Record<string, FilledTable>> {
  const { rows: columns } = await client.query<Column>(COLUMNS)
  const waiting = new Map(Map.groupBy(columns, ({ table }) => table))
  const filled: Record<string, FilledTable> = {}
  while (waiting.size > 0) {
    const free = [...waiting].find(([name, its]) =>
      its.every(({ parent }) => !parent || parent === name || !waiting.has(parent)),
    )
    if (!free) throw new Error('foreign keys go in a circle')
    const [table, its] = free
    for (let row = 0; row < ROWS; row += 1) await insert(client, its.filter(isWritten), row)
    const columns = await keyColumnsOf(client, table)
    filled[table] = { columns, keys: await keysOf(client, table, columns) }
    waiting.delete(table)
  }
  return filled
}

const isWritten = ({ isNeeded, parent, name }: Column) => isNeeded || parent !== null || name === 'values'

async function insert(client: pg.Client, columns: readonly Column[], row: number) {
  const names = columns.map(({ name }) => client.escapeIdentifier(name)).join(', ')
  const values = columns.map((column) => valueOf(column, row)).join(', ')
  await client.query(`INSERT INTO ${client.escapeIdentifier(columns[0]?.table ?? '')} (${names}) VALUES (${values})`)
}

const uidOf = (table: string, row: number) => `substr(md5('${table} ${row}'), 1, 24)`

/** Columns that need a meaningful value because a migration looks at them. */
const MEANT: Readonly<Record<string, (row: number) => string>> = {
  version: (row) => `'1.${row}.0'`,
  version_key: (row) => `'1.${row}.0'`,
  scope: () => `'tenant'`,
  scope_uid: (row) => uidOf('tenants', row),
  verdict: () => `'secret'`,
  email: (row) => `'person-${row}@people.test'`,
  tenant_uid: (row) => uidOf('tenants', row),
}

function valueOf({ table, name, type, parent }: Column, row: number): string {
  if (parent) return uidOf(parent, row)
  const meant = MEANT[name]
  if (meant) return meant(row)
  if (name === 'uid') return uidOf(table, row)
  if (type === 'bytea') return `'\\x02${row}0aabbccdd'::bytea`
  if (type.startsWith('character('))
    return `rpad(md5('${table} ${name} ${row}'), ${type.replace(/\D/g, '')}, '0')::${type}`
  if (type === 'text[]') return `'{all}'`
  if (type.startsWith('timestamp')) return 'now()'
  if (type === 'integer') return String(row)
  if (type === 'boolean') return 'false'
  return `'${name} ${row}'`
}

/** Columns of the primary key. */
async function keyColumnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
     WHERE i.indrelid = $1::regclass AND i.indisprimary ORDER BY a.attnum`,
    [client.escapeIdentifier(table)],
  )
  return rows.map(({ name }) => name)
}

/** The values of these columns in all rows of a table. */
export async function keysOf(client: pg.Client, table: string, columns: readonly string[]): Promise<string[]> {
  const key = columns.map((column) => `to_jsonb(t) ->> '${column}'`).join(', ')
  const { rows } = await client.query<{ key: string }>(
    `SELECT concat_ws(' ', ${key}) AS key FROM ${client.escapeIdentifier(table)} t`,
  )
  return rows.map((row) => row.key).toSorted()
}
