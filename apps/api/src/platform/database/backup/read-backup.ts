import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { withClient } from '../with-client.ts'
import { migrate } from '../server/migrate.ts'
import { type BackupEnd, backupEndSchema, BackupError, backupHeaderSchema, type BackupHeader } from './backup-format.ts'
import { type BackupKeys, createSeal, isSameSeal } from './backup-seal.ts'
import { tablesInOrder } from './tables-in-order.ts'

const CHARACTERS_A_STATEMENT = 4_000_000

interface Restoring {
  ownerUrl: string
  file: string
  /** The keys available here. */
  keys: BackupKeys
  /**
   * Restores the rest although a key is lost: texts under it stay unreadable, and the file's integrity cannot be
   * verified.
   */
  withoutKey?: boolean
}

/**
 * Restores a backup into an empty database: first the backup's own schema, then its rows, then newer migrations. All or
 * nothing.
 * @throws BackupError if the database is not empty, the file is incomplete or was changed, or its secret key is not
 * available
 */
export async function readBackup({ ownerUrl, file, keys, withoutKey = false }: Restoring) {
  const header = await readHeader(file)
  if (!withoutKey) checkKeys(header, keys)
  return withClient(ownerUrl, async (client) => {
    await checkEmpty(client, header)
    await migrate(ownerUrl, { only: header.migrations })
    const sealKey = keys.get(header.sealedBy ?? '')
    await checkTables(client, header)
    const rows = await load(client, { file, header, sealKey })
    return { header, rows, isVerified: sealKey !== undefined, migrated: await migrate(ownerUrl) }
  })
}

function checkKeys({ keys, sealedBy = '' }: BackupHeader, known: BackupKeys) {
  const lost = Object.entries(keys).filter(([id]) => !known.has(id))
  if (lost.length === 0) {
    if (known.has(sealedBy)) return
    throw new BackupError(
      'Nothing proves that this backup is as it was made: ' +
        (sealedBy === ''
          ? 'it has no seal, as those of before December 2026. '
          : `it is sealed with a secret key that is not here (${sealedBy}). `) +
        'If nobody else could write to where it lay, --without-key restores it all the same.',
    )
  }
  const texts = lost.reduce((sum, [, count]) => sum + count, 0)
  throw new BackupError(
    `${texts} texts of this backup are encrypted with a secret key that is not here (${lost.map(([id]) => id).join(', ')}). ` +
      'Name it in WAYBILL_SECRET_KEY, or put it into the file secret-key in DATA_DIR. If it is lost, --without-key restores all else.',
  )
}

/** Accepts an empty database, or one where a start of the same version has only created the tables. */
async function checkEmpty(client: pg.Client, { migrations }: BackupHeader) {
  const { rows } = await client.query<{ tenants: string | null }>(`SELECT to_regclass('public.tenants') AS tenants`)
  if (rows[0]?.tenants === null) return
  const { rowCount } = await client.query('SELECT FROM tenants LIMIT 1')
  if (rowCount !== 0) throw new BackupError('There are tenants in this database already: restore into an empty one.')
  const applied = await client.query<{ name: string }>('SELECT migration_name AS name FROM _prisma_migrations')
  if (applied.rows.some(({ name }) => !migrations.includes(name)))
    throw new BackupError('This database has the tables of a newer version already: restore into one without tables.')
}

/** Accepts only tables that a backup of that version holds: a session's row would sign somebody in. */
async function checkTables(client: pg.Client, { tables }: BackupHeader) {
  const kept = new Map((await tablesInOrder(client)).map(({ name, columns }) => [name, columns]))
  const isKept = ([name, columns]: [string, string[]]) => columns.every((column) => kept.get(name)?.includes(column))
  if (!Object.entries(tables).every(([name, columns]) => kept.has(name) && isKept([name, columns])))
    throw new BackupError(
      'This file names tables or columns that no backup of its version holds: it was changed since it was made.',
    )
}

interface Loading {
  file: string
  header: BackupHeader
  /** Undefined if there is no key to verify the seal with. */
  sealKey: Buffer | undefined
}

async function load(client: pg.Client, { file, header: { tables }, sealKey }: Loading): Promise<number> {
  const names = Object.keys(tables)
  const quoted = (name: string) => client.escapeIdentifier(name)
  await client.query('BEGIN')
  // The backup already contains the rows that triggers would write.
  for (const name of names) await client.query(`ALTER TABLE ${quoted(name)} DISABLE TRIGGER USER`)
  let rows = 0
  for await (const { table, texts } of batches(file, sealKey)) {
    const columns = (tables[table] ?? []).map(quoted).join(', ')
    if (columns === '') throw new BackupError('This backup has rows of a table that it does not name.')
    await client
      .query(
        `INSERT INTO ${quoted(table)} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${quoted(table)}, $1)`,
        [`[${texts.join(',')}]`],
      )
      .catch((error: unknown) => refuseBroken(table, error))
    rows += texts.length
  }
  for (const name of names) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`)
  await setSequences(client)
  await client.query('COMMIT')
  return rows
}

/** PostgreSQL's messages contain values of rows. */
function refuseBroken(table: string, error: unknown): never {
  // Data exceptions and constraint violations (PostgreSQL, appendix A).
  if (error instanceof pg.DatabaseError && /^2[23]/.test(error.code ?? ''))
    throw new BackupError(
      `Rows of the table ${table} cannot be put back: this file was changed or damaged since it was made.`,
    )
  throw error
}

/** Columns with a sequence. */
const NUMBERED = `
  SELECT c.relname AS table, a.attname AS column, pg_get_serial_sequence(quote_ident(c.relname), a.attname) AS sequence
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    AND pg_get_serial_sequence(quote_ident(c.relname), a.attname) IS NOT NULL`

/** Sets sequences to continue after the restored rows. */
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
    return undefined // reported by the caller
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const gunzip = createReadStream(file)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(createGunzip())
    .setEncoding('utf8')
  let begun = ''
  try {
    // Not by readline, whose error has no listener while a batch is written.
    for await (const text of gunzip as AsyncIterable<string>) {
      const end = text.lastIndexOf('\n')
      if (end >= 0) yield* (begun + text.slice(0, end)).split('\n')
      begun = end < 0 ? begun + text : text.slice(end + 1)
    }
  } catch (cause) {
    // What the system says is clearer, as of a file that does not exist.
    if (cause instanceof Error && 'syscall' in cause) throw cause
    throw new BackupError('This file cannot be read to its end: it is no backup, or it is cut off.', { cause })
  }
  if (begun !== '') yield begun
}

/** Rows of one table as JSON, as many as fit into one statement. */
async function* batches(file: string, sealKey?: Buffer): AsyncGenerator<{ table: string; texts: string[] }> {
  let [table, texts, size, count] = ['', new Array<string>(), 0, 0]
  let end: BackupEnd | undefined
  const seal = sealKey && createSeal(sealKey)
  for await (const line of linesOf(file)) {
    if (end) throw new BackupError('This file goes on behind the end of its backup: it was changed since it was made.')
    if (!line.startsWith('["')) end = backupEndSchema.safeParse(jsonOf(line)).data
    if (!end) seal?.add(line)
    if (!line.startsWith('["')) continue
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
  if (end?.rows !== count) throw new BackupError('This backup is cut off: its last line is missing.')
  // Checked before anything is committed.
  if (seal && !isSameSeal(seal.end(), end.seal ?? ''))
    throw new BackupError(
      'This file was changed since it was made, or was sealed with another key: nothing of it is restored.',
    )
}
