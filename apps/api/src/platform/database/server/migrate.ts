import { hash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { OperatorError } from '../../errors/operator-error.ts'
import { withClient } from '../with-client.ts'
import { grantToApplication } from './application-role.ts'
import { guardTables } from './tenant-policies.ts'

/** The lock that `prisma migrate deploy` takes too, so that both never run at the same time. */
const PRISMA_MIGRATION_LOCK = 72_707_369

const CREATE_BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`

export const migrationsDirectory = join(import.meta.dirname, '../../../../../../prisma/migrations')

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface MigrateOptions {
  /** The role that the server connects as, unless it is the owner in `databaseUrl`. */
  applicationRole?: string
  /** How long that role must keep audit events; for ever by default. */
  auditDays?: number
  /** Applies only these migrations, as listed in a backup; unknown names are an error. All by default. */
  only?: readonly string[]
}

export class MigrationError extends OperatorError {}

/**
 * Applies missing migrations with Prisma's own bookkeeping, so `prisma migrate deploy` and this function can take
 * turns. It runs SQL itself instead of starting Prisma's engine, which would load 10 MB of WebAssembly at every start
 * to learn that nothing is to do. Afterwards it sets up row-level security and grants the application role what it
 * needs.
 * @returns the names of the migrations applied now
 */
export const migrate = (databaseUrl: string, { applicationRole, auditDays, only }: MigrateOptions = {}) =>
  withClient(databaseUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_MIGRATION_LOCK])
    await client.query(CREATE_BOOKKEEPING)
    const missing = await findMissing(client, chosen(readMigrations(), only))
    for (const migration of missing) await apply(client, migration)
    await guardTables(client)
    if (applicationRole !== undefined) await grantToApplication(client, applicationRole, auditDays)
    return missing.map((migration) => migration.name)
  })

function readMigrations(): Migration[] {
  const folders = readdirSync(migrationsDirectory, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const names = folders.map((folder) => folder.name).toSorted()
  return names.map((name) => {
    const sql = readFileSync(join(migrationsDirectory, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: hash('sha256', sql, 'hex') }
  })
}

function chosen(migrations: Migration[], only: readonly string[] | undefined): Migration[] {
  if (!only) return migrations
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  return only.map((name) => {
    const migration = known.get(name)
    if (!migration) throw new MigrationError(`Migration ${name} is not known here: a newer Waybill has made it`)
    return migration
  })
}

async function findMissing(client: pg.Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  )
  const applied = new Map(rows.map((row) => [row.name, row]))
  for (const { name, checksum } of migrations) {
    const row = applied.get(name)
    if (row && !row.finished) throw new MigrationError(`Migration ${name} failed before and was not resolved`)
    if (row && row.checksum !== checksum) throw new MigrationError(`Migration ${name} was changed after it was applied`)
  }
  return migrations.filter((migration) => !applied.has(migration.name))
}

/** One transaction for the change and its record, so a failed migration leaves nothing behind. */
async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new MigrationError(`Migration ${name} failed`, { cause: error })
  }
}
