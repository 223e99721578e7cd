import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addHolder } from '../../../testing/own-roles.ts'
import { openTestApp } from '../../../testing/test-app.ts'
import { migrationsDirectory } from './migrate.ts'

const NAME = '20261130140000_tenants_are_changed_by_a_permission_of_their_own'
const MIGRATION = readFileSync(join(migrationsDirectory, NAME, 'migration.sql'), 'utf8')

const test = await openTestApp()

it('a migration lets users who could change the tenant by role.update still do so, once, and nobody else', async () => {
  const { prisma } = test.deps
  await addHolder(test, ['role.update', 'macro.get'])
  await addHolder(test, ['role.list'])
  await addHolder(test, ['role.update', 'tenant.update'])
  for (let run = 0; run < 2; run++) await prisma.$executeRawUnsafe(MIGRATION)
  const roles = await prisma.role.findMany({ orderBy: { createdAt: 'asc' } })
  expect(roles.map(({ permissions }) => permissions)).toEqual([
    ['macro.get', 'role.update', 'tenant.update'],
    ['role.list'],
    ['role.update', 'tenant.update'],
  ])
})
