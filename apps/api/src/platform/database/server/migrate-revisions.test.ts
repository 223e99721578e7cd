import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { versionSortKey } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { openTestApp } from '../../../testing/test-app.ts'
import { newUid } from '../uid.ts'
import { migrationsDirectory } from './migrate.ts'

const MIGRATION = join(migrationsDirectory, '20261124000000_revisions_follow_their_version', 'migration.sql')
/** With the sort keys from before revisions were distinguished from pre-releases. */
const ROWS: readonly [string, string][] = [
  ['1.31.2', 'A1B31A22 1.31.2'],
  ['1.31.2-rev2', 'A1B31A214rev2!2 1.31.2-rev2'],
  ['1.31.2-rev10', 'A1B31A214rev10!2 1.31.2-rev10'],
  ['1.31.2-rc.1-rev03', 'A1B31A214rc!41-rev03!2 1.31.2-rc.1-rev03'],
  ['v1.31.1+rke2r1', 'A1B31A12 v1.31.1+rke2r1'],
  ['1.30-rev1', 'A1B30A014rev1!2 1.30-rev1'],
  ['odd-rev1', '#odd-rev1'],
]

const test = await openTestApp()
const functionOf = (sql: string) => sql.slice(0, sql.indexOf('END $$;') + 'END $$;'.length)
const statementsOf = (sql: string) =>
  sql
    .slice(functionOf(sql).length)
    .split(';')
    .filter((statement) => statement.trim() !== '')
const { prisma, tenantDb } = test.deps
const tenantUid = test.fixtures.stage.uid
await addRegistry(tenantDb(tenantUid), { name: 'R', packs: ROWS.map(([version]) => ({ name: 'csi', version })) })
for (const [version, versionKey] of ROWS) {
  await prisma.packVersion.updateMany({ where: { version }, data: { versionKey } })
  const place = { scope: 'tenant', scopeUid: tenantUid, tenantUid, name: 'p', type: 'cluster', cloudType: 'all' }
  const isNewest = version === '1.31.2'
  await prisma.profile.create({ data: { ...place, uid: newUid(), version, versionKey, isNewest, createdBy: 'u' } })
}
await prisma.$executeRawUnsafe(functionOf(readFileSync(MIGRATION, 'utf8')))
for (const statement of statementsOf(readFileSync(MIGRATION, 'utf8'))) await prisma.$executeRawUnsafe(statement)

describe('the migration of rows with revisions', () => {
  it.each(ROWS)('gives %s the key that it has today', async (version) => {
    const packs = await test.deps.prisma.packVersion.findMany({ where: { version } })
    const profiles = await test.deps.prisma.profile.findMany({ where: { version } })
    expect([...packs, ...profiles].map(({ versionKey }) => versionKey)).toEqual([
      versionSortKey(version),
      versionSortKey(version),
    ])
  })

  it('moves the mark of the newest to the last revision', async () => {
    const packs = await test.deps.prisma.packVersion.findMany({ where: { isNewest: true } })
    const profiles = await test.deps.prisma.profile.findMany({ where: { isNewest: true } })
    expect([...packs, ...profiles].map(({ version }) => version)).toEqual(['1.31.2-rev10', '1.31.2-rev10'])
  })
})
