import { beforeAll, describe, expect, it } from 'vitest'
import type { HomeBody } from '@waybill/api-contract'
import { newUid } from '../../platform/database/uid.ts'
import { addRegistry } from '../../testing/catalogue.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { addProfile, type TestProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
beforeAll(async () => {
  const { stage, dev } = test.fixtures
  const { prisma } = test.deps
  const registryUid = await addBehind(stage.uid)
  const inProject = { scope: 'project', scopeUid: stage.projects.default } as const
  await add({ name: 'behind', version: '0.9.0' })
  await prisma.profile.update({ where: { uid: await add({ name: 'lost' }) }, data: { isInvalid: true, emptyCount: 2 } })
  const oldDraft = { isPublished: false, modifiedAt: new Date(Date.now() - 31 * 86_400_000) }
  await prisma.profile.update({ where: { uid: await add({ name: 'old', ...inProject }) }, data: oldDraft })
  await add({ name: 'young', isPublished: false, ...inProject })
  await add({ name: 'elsewhere', scope: 'project', scopeUid: stage.projects.other })
  await addProfile(test, { tenantUid: dev.uid, name: 'foreign' })
  await prisma.registrySync.create({
    data: { uid: newUid(), tenantUid: stage.uid, registryUid, state: 'failed', trigger: 'request' },
  })
})

/** Adds a profile whose pack has a newer version; returns their registry. */
async function addBehind(tenantUid: string) {
  const db = test.deps.tenantDb(tenantUid)
  const packs = ['1.0.0', '1.1.0'].map((version) => ({ name: 'relay', version }))
  const registryUid = await addRegistry(db, { name: 'Ours', packs })
  const { uid: packUid } = await db.packVersion.findFirstOrThrow({ where: { name: 'relay', version: '1.0.0' } })
  const layers = [{ name: 'relay', packUid, registryUid }]
  await addProfile(test, { tenantUid, name: 'behind', layers, type: 'infra', cloudType: 'aws' })
  return registryUid
}

const add = (profile: Omit<TestProfile, 'tenantUid'>) =>
  addProfile(test, { tenantUid: test.fixtures.stage.uid, ...profile })
const home = async (headers: Record<string, string>) =>
  (await test.app.inject({ url: '/v1/console/home', headers })).json<HomeBody>()
const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const inProject = () => as(test.fixtures.stage.users.projectAdmin, test.fixtures.stage.projects.default)

describe('the home page', () => {
  it('counts what needs attention in the scope, by the newest version', async () => {
    expect((await home(admin())).attention).toMatchObject({
      states: { invalid: 1, empty: 1, oldDraft: 0 },
      failedRegistries: 1,
      usableRegistries: 1,
    })
    expect((await home(inProject())).attention).toMatchObject({ states: { invalid: 1, oldDraft: 1 } })
  })

  it('names macros that profiles use and that are not defined in the scope', async () => {
    const { stage } = test.fixtures
    const layers = [{ name: 'page', values: 'a: {{ .spectro.macro.zone }}\nb: {{ .spectro.macro.area }}\n' }]
    const uid = await add({ name: 'pointing', layers })
    const put = (url: string, name: string) =>
      test.app.inject({ method: 'POST', url, headers: admin(), payload: { macros: [{ name, value: 'north' }] } })
    const missing = async (headers: Record<string, string>) => {
      const { states, missingMacros } = (await home(headers)).attention
      return [states['missingMacros'], missingMacros]
    }
    expect(await missing(admin())).toEqual([1, ['area', 'zone']])
    await put(`/v1/tenants/${stage.uid}/macros`, 'zone')
    await put(`/v1/projects/${stage.projects.default}/macros`, 'area')
    expect(await missing(admin())).toEqual([1, ['area']])
    expect(await missing(inProject())).toEqual([0, []])
    const listed = async (headers: Record<string, string>) => {
      const payload = { filter: { states: ['missingMacros'] } }
      const answer = await test.app.inject({ method: 'POST', url: '/v1/dashboard/clusterprofiles', headers, payload })
      return answer.json<{ items: { metadata: { name: string } }[] }>().items.map(({ metadata }) => metadata.name)
    }
    expect(await listed(admin())).toEqual(['pointing'])
    expect(await listed(inProject())).toEqual([])
    const mayNotListMacros = as(await addHolder(test, ['clusterProfile.list']))
    expect(await missing(mayNotListMacros)).toEqual([undefined, []])
    await test.deps.prisma.profile.delete({ where: { uid } })
  })

  it('says nothing about registries to users who may not see them in the tenant', async () => {
    expect((await home(inProject())).attention).toMatchObject({ failedRegistries: null, usableRegistries: null })
  })

  it('does not count a registry with neither an address nor packs as usable', async () => {
    const { dev } = test.fixtures
    const usable = async () => (await home(as(dev.users.tenantAdmin))).attention.usableRegistries
    const uid = await addRegistry(test.deps.tenantDb(dev.uid), { name: 'Public Repo', packs: [] })
    expect(await usable()).toBe(0)
    await test.deps.prisma.registry.update({ where: { uid }, data: { endpoint: 'https://packs.example.com' } })
    expect(await usable()).toBe(1)
  })

  it('names what can be updated, and to which version', async () => {
    expect((await home(admin())).updates).toMatchObject({
      count: 1,
      profiles: [{ name: 'behind', version: '1.0.0', packs: [{ name: 'relay', from: '1.0.0', to: '1.1.0' }] }],
    })
  })

  it('says where each of them can be updated', async () => {
    const scopes = async (headers: Record<string, string>) =>
      (await home(headers)).updates.profiles.map(({ name, scope }) => ({ name, scope }))
    expect(await scopes(inProject())).toEqual([{ name: 'behind', scope: 'tenant' }])
  })

  it('counts profiles by type and cloud', async () => {
    const { profiles } = await home(inProject())
    expect(profiles).toEqual({
      count: 4,
      types: [
        { name: 'add-on', count: 3 },
        { name: 'infra', count: 1 },
      ],
      clouds: [
        { name: 'all', count: 3 },
        { name: 'aws', count: 1 },
      ],
    })
  })

  it('shows what changed last and who did it, and nothing of other scopes', async () => {
    const headers = inProject()
    const packs = [
      { name: 'm', type: 'manifest', layer: 'addon', values: '', manifests: [{ name: 'c', content: 'a: 1' }] },
    ]
    const payload = {
      metadata: { name: 'fresh' },
      spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs }, variables: [] },
    }
    const made = await test.app.inject({ method: 'POST', url: '/v1/clusterprofiles', headers, payload })
    expect(made.statusCode).toBe(201)
    const { recent } = await home(headers)
    const { email } = test.fixtures.stage.users.projectAdmin
    expect(recent[0]).toMatchObject({ name: 'fresh', action: 'create', person: expect.stringContaining(email) })
    expect(recent.map(({ name }) => name).toSorted()).toEqual(['behind', 'fresh', 'lost', 'old', 'young'])
    await test.deps.prisma.profile.delete({ where: { uid: made.json().uid } })
  })
})

it('the list shows the old drafts that were counted', async () => {
  const answer = await test.app.inject({
    method: 'POST',
    url: '/v1/dashboard/clusterprofiles',
    headers: inProject(),
    payload: { filter: { states: ['oldDraft'] } },
  })
  expect(answer.json().items).toMatchObject([{ metadata: { name: 'old' } }])
})

it('updates are counted up to a hundred, beyond which there are said to be more', async () => {
  const { dev } = test.fixtures
  await addBehind(dev.uid)
  await test.deps.prisma.$executeRaw`
    WITH source AS (SELECT * FROM profiles WHERE tenant_uid = ${dev.uid} AND name = 'behind'), made AS (
      INSERT INTO profiles (uid, tenant_uid, scope, scope_uid, name, version, version_key, is_newest, type, cloud_type, created_by, is_published)
      SELECT substr(md5(uid || n), 1, 24), tenant_uid, scope, scope_uid, 'many-' || n, version, version_key, true, type, cloud_type, '', true
      FROM source, generate_series(1, 120) n RETURNING uid)
    INSERT INTO layers (uid, tenant_uid, profile_uid, stage, position, name, layer, type, version, pack_uid, registry_uid)
    SELECT substr(md5(made.uid || 'layer'), 1, 24), layer.tenant_uid, made.uid, layer.stage, 0, layer.name, layer.layer, layer.type, layer.version,
      layer.pack_uid, layer.registry_uid
    FROM made, layers layer JOIN source ON layer.profile_uid = source.uid`
  const { updates } = await home(as(dev.users.tenantAdmin))
  expect([updates.count, updates.hasMore, updates.profiles.length]).toEqual([100, true, 5])
})
