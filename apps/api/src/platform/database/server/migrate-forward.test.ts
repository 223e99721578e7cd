import { readdirSync } from 'node:fs'
import { withClient } from '../with-client.ts'
import { describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../../testing/database/test-database.ts'
import { fillTables, keysOf } from '../../../testing/database/fill-tables.ts'
import { migrate, migrationsDirectory } from './migrate.ts'

const names = readdirSync(migrationsDirectory)
  .filter((name) => /^\d{14}_/.test(name))
  .toSorted()

/** Every schema that an installation may have: each migration was once the last one. */
describe('an installation of an older version', () => {
  it.each(names)('keeps every row that it has after %s', async (name) => {
    const database = await createTestDatabase({ empty: true })
    await withClient(database.url, async (client) => {
      await migrate(database.url, { only: names.slice(0, names.indexOf(name) + 1) })
      const filled = await fillTables(client)
      await migrate(database.url)
      for (const [table, { columns, keys }] of Object.entries(filled))
        expect({ table, keys: await keysOf(client, table, columns) }).toEqual({ table, keys })
    })
    await database.drop()
  })
})
