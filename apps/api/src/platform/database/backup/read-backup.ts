import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { migrate } from '../server/migrate.ts'
import { backupEndSchema, BackupError, backupHeaderSchema, type BackupHeader } from './backup-format.ts'

const CHARACTERS_A_STATEMENT = 4_000_000

interface Restoring {
  ownerUrl: string
  file: string
  /** Ids of the secret keys that are here. */
  keyIds: readonly string[]
  /** Restores the rest where a key is lost: texts under it stay unreadable. */
  withoutKey?: boolean
}

/**
 * Puts a backup into an empty database: its own schema first, its rows, then what this version adds. All of it or nothing.
 *
 * @throws BackupError where the database is not empty, the file no whole backup, or its secret key not here.
 */
export async function readBackup({ ownerUrl, file, keyIds, withoutKey = false }: Restoring) {
  const header = await readHeader(file)
  checkKeys(header, keyIds, withoutKey)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await checkEmpty(client, header)
    await migrate(ownerUrl, { only: header.migrations })
    const rows = await load(client, file, header)
    return { header, rows, migrated: await migrate(ownerUrl) }
  } finally {
    await client.end()
  }
}

function checkKeys({ keys }: BackupHeader, keyIds: readonly string[], withoutKey: boolean) {
  const lost = Object.entries(keys).filter(([id]) => !keyIds.includes(id))
  if (lost.length === 0 || withoutKey) return
  const texts = lost.reduce((sum, [, count]) => sum + count, 0)
  throw new BackupError(
    `${texts} texts of this backup are encrypted with a secret key that is not here (${lost.map(([id]) => id).join(', ')}). ` +
      'Name it in WAYBILL_SECRET_KEY, or put it into the file secret-key in DATA_DIR. If it is lost, --without-key restores all else.',
  )
}

/** An empty database, or one to which a start of the same version has only given its tables. */
async function checkEmpty(client: pg.Client, { migrations }: BackupHeader) {
  const { rows } = await client.query<{ tenants: string | null }>(`SELECT to_regclass('public.tenants') AS tenants`)
  if (rows[0]?.tenants === null) return
  const { rowCount } = await client.query('SELECT FROM tenants LIMIT 1')
  if (rowCount !== 0) throw new BackupError('There are tenants in this database already: restore into an empty one.')
  const applied = await client.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations')
  if (applied.rows.some(({ name }) => !migrations.includes(name)))
    throw new BackupError('This database has the tables of a newer version already: restore into one without tables.')
}

async function load(client: pg.Client, file: string, { tables }: BackupHeader): Promise<number> {
  const names = Object.keys(tables)
  const quoted = (name: string) => client.escapeIdentifier(name)
  await client.query('BEGIN')
  // What triggers would write stands in the backup.
  for (const name of names) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
  let rows = 0
  for await (const { table, texts } of batches(file)) {
    const columns = (tables[table] ?? []).map(quoted).join(', ')
    if (columns === '') throw new BackupError('This backup has rows of a table that it does not name.')
    await client.query(
      `INSERT INTO ${quoted(table)} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${quoted(table)}, $1)`,
      [`[${texts.join(',')}]`],
    )
    rows += texts.length
  }
  for (const name of names) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
  await setSequences(client)
  await client.query('COMMIT')
  return rows
}

/** Columns that number their rows. */
const NUMBERED = `
  SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`

/** They go on behind what came back. */
async function setSequences(client: pg.Client) {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(NUMBERED)
  for (const { table, column, sequence } of rows) {
    const last = `max(${client.escapeIdentifier(column)})`
    await client.query(
      `SELECT setval($1::regclass, coalesce(${last}, 1), ${last} IS NOT NULL) FROM ${client.escapeIdentifier(table)}`,
      [sequence],
    )
  }
}

async function readHeader(file: string): Promise<BackupHeader> {
  for await (const line of linesOf(file)) {
    const header = backupHeaderSchema.safeParse(jsonOf(line))
    if (header.success) return header.data
    break
  }
  throw new BackupError('This file is no backup of Waybill.')
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // said by who asks
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const gunzip = createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(createGunzip())
  try {
    yield* createInterface({ input: gunzip, crlfDelay: Infinity })
  } catch (cause) {
    throw new BackupError('This file cannot be read to its end: it is no backup, or it is cut off.', { cause })
  }
}

/** Rows of one table as JSON, as many as fit into a statement. */
async function* batches(file: string): AsyncGenerator<{ table: string; texts: string[] }> {
  let [table, texts, size, count] = ['', new Array<string>(), 0, 0]
  let end: number | undefined
  for await (const line of linesOf(file)) {
    if (!line.startsWith('["')) {
      end = backupEndSchema.safeParse(jsonOf(line)).data?.rows
      continue
    }
    const comma = line.indexOf(',')
    const name = line.slice(2, comma - 1)
    if (texts.length > 0 && (name !== table || size > CHARACTERS_A_STATEMENT)) {
      yield { table, texts }
      texts = []
      size = 0
    }
    table = name
    texts.push(line.slice(comma + 1, -1))
    size += line.length
    count += 1
  }
  if (texts.length > 0) yield { table, texts }
  if (end !== count) throw new BackupError('This backup is cut off: its last line is missing.')
}
