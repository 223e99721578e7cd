import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../with-client.ts'
import { SEALED_COLUMNS } from '../../keys/sealed-columns.ts'
import type { BackupHeader } from './backup-format.ts'
import { type BackupKeys, createSeal } from './backup-seal.ts'
import { tablesInOrder, type Table } from './tables-in-order.ts'

/** A row may hold texts of megabytes. */
const ROWS_A_BATCH = 20

/**
 * Writes all rows from one snapshot, while others go on reading and writing.
 * @returns the header of the file, and the number of rows
 */
export async function writeBackup(
  ownerUrl: string,
  file: string,
  keys: BackupKeys,
): Promise<{ header: BackupHeader & { sealedBy: string }; rows: number }> {
  const [newest] = keys
  if (!newest) throw new Error('no secret key')
  const [sealedBy, key] = newest
  return withClient(ownerUrl, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const tables = await tablesInOrder(client)
    const header = { ...(await describe(client, tables)), sealedBy }
    const seal = createSeal(key)
    let rows = 0
    const sealed = (line: string) => {
      seal.add(line)
      return `${line}\n`
    }
    async function* lines() {
      yield sealed(JSON.stringify(header))
      for (const { name } of tables)
        for await (const row of rowsOf(client, name)) {
          rows += 1
          yield sealed(`["${name}",${row}]`)
        }
      yield `${JSON.stringify({ rows, seal: seal.end() })}\n`
    }
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(file, { mode: 0o600, flags: 'wx' }))
    return { header, rows }
  })
}

async function describe(client: pg.Client, tables: readonly Table[]): Promise<Omit<BackupHeader, 'sealedBy'>> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name',
  )
  return {
    waybill: 1,
    createdAt: new Date().toISOString(),
    migrations: rows.map(({ name }) => name),
    tables: Object.fromEntries(tables.map(({ name, columns }) => [name, columns])),
    keys: await countKeys(client, tables),
  }
}

async function countKeys(client: pg.Client, tables: readonly Table[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { table, column } of SEALED_COLUMNS) {
    if (!tables.some(({ name, columns }) => name === table && columns.includes(column))) continue
    const { rows } = await client.query<{ key: string; count: number }>(
      `SELECT encode(substr("${column}", 2, 4), 'hex') AS key, count(*)::int AS count FROM "${table}"
       WHERE "${column}" IS NOT NULL GROUP BY 1`,
    )
    for (const { key, count } of rows) counts[key] = (counts[key] ?? 0) + count
  }
  return counts
}

async function* rowsOf(client: pg.Client, table: string): AsyncGenerator<string> {
  await client.query(`DECLARE kept CURSOR FOR SELECT row_to_json(t)::text AS row FROM "${table}" t`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_A_BATCH} FROM kept`)
    for (const { row } of rows) yield row
    if (rows.length < ROWS_A_BATCH) break
  }
  await client.query('CLOSE kept')
}
