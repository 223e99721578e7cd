import { versionSortKey } from '@waybill/profile-format'
import { beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../../platform/database/uid.ts'
import { addRegistry } from '../../../testing/catalogue.ts'
import { openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
let registryUid: string

beforeEach(async () => {
  const packs = ['1.9.0', '1.10.0', '1.2.0'].map((version) => ({ name: 'nginx', version }))
  registryUid = await addRegistry(tenant(), { name: newUid(), packs: [...packs, { name: 'redis', version: '7.0.0' }] })
})

const tenant = () => test.deps.tenantDb(test.fixtures.stage.uid)
const newest = async () => {
  const where = { registryUid, isNewest: true }
  const rows = await tenant().packVersion.findMany({ where, orderBy: { name: 'asc' } })
  return rows.map(({ name, version }) => `${name} ${version}`)
}
const nginx = (version: string) => ({ registryUid, name: 'nginx', version })

describe('the mark of the newest version', () => {
  it('is on one version per name and registry', async () => {
    expect(await newest()).toEqual(['nginx 1.10.0', 'redis 7.0.0'])
  })

  it('moves when the newest is removed, and back when it returns', async () => {
    await tenant().packVersion.updateMany({ where: nginx('1.10.0'), data: { removedAt: new Date() } })
    expect(await newest()).toEqual(['nginx 1.9.0', 'redis 7.0.0'])
    await tenant().packVersion.updateMany({ where: nginx('1.10.0'), data: { removedAt: null } })
    expect(await newest()).toEqual(['nginx 1.10.0', 'redis 7.0.0'])
  })

  it('moves when a newer version comes', async () => {
    const row = await tenant().packVersion.findFirstOrThrow({ where: nginx('1.9.0') })
    const version = '2.0.0'
    await tenant().packVersion.create({
      data: { ...row, uid: newUid(), version, versionKey: versionSortKey(version), isNewest: false },
    })
    expect(await newest()).toEqual(['nginx 2.0.0', 'redis 7.0.0'])
  })

  it('moves when the newest is deleted, and is on none when all are removed', async () => {
    await tenant().packVersion.deleteMany({ where: nginx('1.10.0') })
    expect(await newest()).toEqual(['nginx 1.9.0', 'redis 7.0.0'])
    await tenant().packVersion.updateMany({ where: { registryUid }, data: { removedAt: new Date() } })
    expect(await newest()).toEqual([])
  })
})
