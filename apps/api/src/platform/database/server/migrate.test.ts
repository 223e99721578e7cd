import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { withClient } from '../with-client.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSchemaEngine } from '../../../testing/database/schema-engine.ts'
import { createTestDatabase, type TestDatabase } from '../../../testing/database/test-database.ts'
import { migrate, MigrationError, migrationsDirectory } from './migrate.ts'

const schemaFile = join(migrationsDirectory, '../schema.prisma')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
})
afterAll(() => database.drop())

/**
 * Compared in the catalogue, since the schema engine's introspection does not know PostgreSQL 18. Without partial
 * indexes, which schema.prisma cannot describe.
 */
const CATALOGUE = `
  SELECT c.relname AS name, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull || ' '
    || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS definition
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND c.relname <> '_prisma_migrations'
  UNION ALL SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
    AND indexdef NOT LIKE '% WHERE %'
  UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
  ORDER BY 1, 2`

const query = (url: string, sql: string) =>
  withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows)

describe('migrations', () => {
  it('are applied once, even by several processes at the same moment', async () => {
    const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)])
    expect(applied.flat().filter((name) => name === '20261122000000_init')).toHaveLength(1)
    expect(await migrate(database.url)).toEqual([])
  })

  it('create the tables that schema.prisma describes', async () => {
    const described = await createTestDatabase({ empty: true })
    const datamodel = readFileSync(schemaFile, 'utf8')
    const engine = await openSchemaEngine(described.url, datamodel)
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: datamodel }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    })
    await query(described.url, stdout ?? '')
    expect(await query(database.url, CATALOGUE)).toEqual(await query(described.url, CATALOGUE))
    await described.drop()
  })

  it('are recorded as Prisma records them', async () => {
    const datamodel = readFileSync(schemaFile, 'utf8')
    const engine = await openSchemaEngine(database.url, datamodel)
    const name = '20261122000000_init'
    const content = readFileSync(join(migrationsDirectory, name, 'migration.sql'), 'utf8')
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: migrationsDirectory,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: [
          { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: content } } },
        ],
      },
      filters: { externalTables: [], externalEnums: [] },
    })
    expect(appliedMigrationNames).toEqual([])
  })

  it('that were changed after they ran stop the start', async () => {
    const changed = await createTestDatabase()
    await query(changed.url, `UPDATE _prisma_migrations SET checksum = 'x'`)
    await expect(migrate(changed.url)).rejects.toThrow(MigrationError)
    await changed.drop()
  })
})
