import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSchemaEngine } from '../testing/schema-engine.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { migrate, MigrationError, migrationsDirectory } from './migrate.ts'

const schemaFile = join(migrationsDirectory, '../schema.prisma')

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase({ empty: true })
})
afterAll(() => database.drop())

async function query(sql: string) {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const result = await client.query<Record<string, unknown>>(sql)
  await client.end()
  return result.rows
}

describe('migrations', () => {
  it('are applied once, even by several processes at the same moment', async () => {
    const applied = await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)])
    expect(applied.flat().filter((name) => name === '20261122000000_init')).toHaveLength(1)
    expect(await migrate(database.url)).toEqual([])
  })

  it('make the tables that schema.prisma describes', async () => {
    const datamodel = readFileSync(schemaFile, 'utf8')
    const engine = await openSchemaEngine(database.url, datamodel)
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files: [{ path: 'schema.prisma', content: datamodel }], configDir: '' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: datamodel }] },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    })
    expect(stdout?.trim()).toBe('-- This is an empty migration.')
  })

  it('are booked as Prisma books them', async () => {
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
    await query(`UPDATE _prisma_migrations SET checksum = 'x'`)
    await expect(migrate(database.url)).rejects.toThrow(MigrationError)
  })
})
