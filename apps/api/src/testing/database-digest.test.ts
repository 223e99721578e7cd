import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUid } from '../platform/database/uid.ts'
import { changedTables, createDatabaseDigest, type DatabaseDigest } from './database-digest.ts'
import { as, buildTestApp, type TestApp } from './test-app.ts'

let test: TestApp
let digest: () => Promise<DatabaseDigest>
beforeAll(async () => {
  test = await buildTestApp()
  digest = await createDatabaseDigest(test.deps.prisma)
})
afterAll(() => test.close())

async function changedBy(change: () => PromiseLike<unknown>) {
  const before = await digest()
  await change()
  return changedTables(before, await digest())
}

describe('the digest of the database', () => {
  it('stays when nothing is written', async () => {
    const { tenantViewer } = test.fixtures.stage.users
    const refused = { method: 'POST', url: '/v1/projects', headers: as(tenantViewer) } as const
    expect(await changedBy(async () => test.app.inject(refused))).toEqual([])
  })

  it('names the table and the tenant of a new, a changed and a deleted row', async () => {
    const { uid: tenantUid } = test.fixtures.stage
    const { project } = test.deps.prisma
    const uid = newUid()
    const places = [`projects of ${tenantUid}`]
    expect(await changedBy(() => project.create({ data: { uid, tenantUid, name: 'New' } }))).toEqual(places)
    expect(await changedBy(() => project.update({ where: { uid }, data: { description: 'x' } }))).toEqual(places)
    expect(await changedBy(() => project.delete({ where: { uid } }))).toEqual(places)
  })

  it('knows a tenant that changes', async () => {
    const { uid } = test.fixtures.dev
    const change = () => test.deps.prisma.tenant.update({ where: { uid }, data: { keepsPublished: true } })
    expect(await changedBy(change)).toEqual([`tenants of ${uid}`])
  })
})
