import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'
import { as, buildTestApp, type TestApp } from '../test-app.ts'
import { takeSnapshot, type DatabaseSnapshot } from './database-snapshot.ts'

let test: TestApp
let snapshot: DatabaseSnapshot
beforeAll(async () => {
  test = await buildTestApp()
  snapshot = await takeSnapshot(test.databaseUrl)
})
afterAll(async () => {
  await snapshot.close()
  await test.close()
})
afterEach(() => snapshot.restore())

const tables = async () => [...new Set((await snapshot.changes()).map(({ table }) => table))].toSorted()

describe('a snapshot of the database', () => {
  it('finds no change if nothing is written', async () => {
    await test.app.inject({ url: '/v1/projects/nothing', headers: as(test.fixtures.stage.users.tenantViewer) })
    expect(await snapshot.changes()).toEqual([])
  })

  it('finds every row that is new, changed or gone', async () => {
    const { uid: tenantUid, projects } = test.fixtures.stage
    const { project } = test.deps.prisma
    await project.create({ data: { uid: newUid(), tenantUid, name: 'New' } })
    await project.update({ where: { uid: projects.other }, data: { description: 'changed' } })
    await project.delete({ where: { uid: projects.default } })
    const rows = (await snapshot.changes()).map(({ row }) => JSON.parse(row))
    const names = rows.map(({ name, role }): string => name ?? role)
    expect(names.toSorted()).toEqual(['Default', 'New', 'Other', 'Other', 'Project Admin', 'Project Viewer'])
  })

  it('finds rows that were deleted by a cascade', async () => {
    await test.deps.prisma.user.delete({ where: { uid: test.fixtures.dev.users.projectViewer.uid } })
    expect(await tables()).toEqual(['api_keys', 'role_bindings', 'users'])
  })

  it('finds no change that was rolled back', async () => {
    const { project } = test.deps.prisma
    const { uid: tenantUid, projects } = test.fixtures.stage
    const failing = test.deps.prisma.$transaction(async (tx) => {
      await tx.project.create({ data: { uid: newUid(), tenantUid, name: 'Taken back' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await project.update({ where: { uid: projects.other }, data: { name: 'Other' } })
    expect((await snapshot.changes()).filter(({ row }) => row.includes('Taken back'))).toEqual([])
  })

  it('restores everything', async () => {
    const { uid } = test.fixtures.dev.users.projectViewer
    await test.deps.prisma.user.delete({ where: { uid } })
    await snapshot.restore()
    expect(await snapshot.changes()).toEqual([])
    expect(await test.deps.prisma.apiKey.count({ where: { userUid: uid } })).toBe(1)
  })
})
