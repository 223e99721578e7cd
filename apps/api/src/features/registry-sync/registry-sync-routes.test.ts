import { SourceError, type SourceEvent } from '@waybill/pack-sources'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'
import { FakeRegistry, heldBack } from '../../testing/registry-servers/fake-registry.ts'
import type { FixtureUser } from '../../testing/fixtures.ts'
import { offer } from '../../testing/packs.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'
import { startRegistrySync } from './run/sync-jobs.ts'

const DONE: SourceEvent = { kind: 'done', mark: 'etag-1' }

let test: TestApp
let stopSync: () => Promise<void>
let admin: FixtureUser
let registry: FakeRegistry
let uid: string

const openRegistry: FakeRegistry['openRegistry'] = (connection) => registry.openRegistry(connection)

beforeAll(async () => {
  test = await buildTestApp()
  admin = test.fixtures.stage.users.tenantAdmin
  stopSync = await startRegistrySync(test.deps, { openRegistry, log: test.app.log })
})
afterAll(async () => {
  await stopSync()
  await test.close()
})
beforeEach(async () => {
  registry = new FakeRegistry()
  uid = await createRegistry()
})

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)

async function createRegistry(columns: { kind?: string; endpoint?: string; isSyncSupported?: boolean } = {}) {
  const data = { uid: newUid(), kind: 'helm', endpoint: 'https://charts.test/', ...columns }
  await db().registry.create({ data: { ...data, tenantUid: test.fixtures.stage.uid, name: data.uid } })
  return data.uid
}

const post = (url: string, headers = as(admin)) => test.app.inject({ method: 'POST', url, headers })
const get = (url: string, headers = as(admin)) => test.app.inject({ url, headers })
const sync = (query = '') => post(`/v1/registries/helm/${uid}/sync${query}`)
const cancel = () => post(`/v1/console/registries/${uid}/sync/cancel`)
const runs = async () => (await get(`/v1/console/registries/${uid}/syncs`)).json().items
const newest = async () => (await runs())[0]
const isOver = () => expect.poll(newest).toMatchObject({ finishedAt: expect.any(String) })
const status = async () => (await get(`/v1/registries/helm/${uid}/sync/status`)).json()

describe('POST …/sync', () => {
  it('reads the registry into the catalogue and answers at once, without a body', async () => {
    registry.offer({ kind: 'expected', count: 1 }, offer({ name: 'a', version: '1.0.0', values: 'x: 1' }), DONE)
    const response = await sync()
    expect([response.statusCode, response.body]).toEqual([202, ''])
    await isOver()
    expect(await newest()).toMatchObject({
      state: 'succeeded', trigger: 'request', requestedBy: admin.email, expected: 1, found: 1, added: 1, failures: [],
    }) // prettier-ignore
    expect(await db().packVersion.findMany({ where: { registryUid: uid } })).toMatchObject([
      { name: 'a', type: 'helm' },
    ])
    expect(registry.connections).toMatchObject([{ kind: 'helm', endpoint: 'https://charts.test/' }])
    expect(registry.openSources).toBe(0)
  })

  it('passes the known packs and the last mark to the walk, unless everything is to be read again', async () => {
    registry.offer(offer({ name: 'a', version: '1', sourceDigest: 'd' }), DONE)
    await sync()
    await isOver()
    await sync()
    await expect.poll(async () => (await runs()).length).toBe(2)
    await isOver()
    expect(registry.walks[1]?.mark).toBe('etag-1')
    expect([...(registry.walks[1]?.known.entries() ?? [])]).toMatchObject([['a\n1', { sourceDigest: 'd' }]])
    await sync('?forceSync=true')
    await expect.poll(async () => (await runs()).length).toBe(3)
    await isOver()
    expect(registry.walks[2]).toMatchObject({ mark: '', known: new Map() })
    expect(await newest()).toMatchObject({ unchanged: 1, added: 0 })
  })

  it('joins the run that is under way', async () => {
    const held = heldBack([], [DONE])
    registry.events = held.events
    await sync()
    await held.isReached
    const answers = await Promise.all(Array.from({ length: 10 }, () => sync()))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(10).fill(202))
    expect(await runs()).toHaveLength(1)
    held.goOn()
    await isOver()
  })

  it('leaves nothing but the run and its time if nothing changed', async () => {
    registry.offer(offer({ name: 'a', version: '1' }), DONE)
    await sync()
    await isOver()
    const written = () => db().$queryRaw`
      SELECT uid, xmin::text FROM pack_versions WHERE tenant_uid = ${db().$tenantUid} ORDER BY uid`
    const before = await written()
    await sync()
    await expect.poll(async () => (await runs()).length).toBe(2)
    await isOver()
    expect(await written()).toEqual(before)
  })

  it('fails with the reason, leaves the catalogue as it is, and can be tried again', async () => {
    registry.offer(offer({ name: 'a', version: '1' }), DONE)
    await sync()
    await isOver()
    registry.events = async function* () {
      yield { kind: 'expected', count: 2 }
      throw new SourceError('unauthorised')
    }
    await sync()
    await expect.poll(newest).toMatchObject({ state: 'failed', reason: 'unauthorised', removed: 0 })
    expect(await status()).toMatchObject({ status: 'Failed', message: expect.stringContaining('credentials') })
    expect(await db().packVersion.count({ where: { registryUid: uid, removedAt: null } })).toBe(1)
    registry.offer({ kind: 'not-modified' })
    await sync()
    await expect.poll(newest).toMatchObject({ state: 'succeeded', unchanged: 1 })
  })

  it('shows which packs could not be read, in the newest run only', async () => {
    registry.offer({ kind: 'failed', place: 'bad:1', fault: 'not-utf8', name: 'bad', version: '1' }, DONE)
    await sync()
    await isOver()
    expect(await newest()).toMatchObject({ failed: 1, failures: [{ place: 'bad:1', fault: 'not-utf8' }] })
    expect(await status()).toMatchObject({ status: 'Success', message: '1 version was left out: bad:1.' })
    await sync()
    await expect.poll(async () => (await runs()).length).toBe(2)
    expect((await runs())[1]).toMatchObject({ failed: 1, failures: [] })
    await isOver()
  })

  it('is refused for a registry that is never synced, and for one of another kind', async () => {
    uid = await createRegistry({ endpoint: '' })
    expect((await sync()).json()).toMatchObject({ code: 'NotSupported' })
    uid = await createRegistry({ isSyncSupported: false })
    expect((await sync()).json()).toMatchObject({ code: 'NotSupported' })
    uid = await createRegistry({ kind: 'oci' })
    expect((await sync()).statusCode).toBe(404)
    expect((await post(`/v1/registries/oci/${uid}/ecr/sync`)).statusCode).toBe(202)
  })

  it('needs permission to change registries, and works whatever project is named', async () => {
    const { users, projects } = test.fixtures.stage
    const url = `/v1/registries/helm/${uid}/sync`
    expect((await post(url, as(users.projectAdmin, projects.default))).statusCode).toBe(403)
    expect((await post(url, as(test.fixtures.dev.users.tenantAdmin))).statusCode).toBe(404)
    registry.offer(DONE)
    expect((await post(url, as(admin, projects.default))).statusCode).toBe(202)
    await isOver()
  })

  it('is in the audit log, and so is its end', async () => {
    registry.offer(offer({ name: 'a', version: '1' }), DONE)
    await sync()
    await isOver()
    const events = await db().auditEvent.findMany({ where: { resourceUid: uid }, orderBy: { at: 'asc' } })
    expect(events.map(({ action, actorEmail }) => [action, actorEmail])).toEqual([
      ['sync', admin.email],
      ['sync', admin.email],
    ])
    expect(events.map(({ details }) => JSON.parse(details))).toMatchObject([
      { event: 'requested', trigger: 'request' },
      { event: 'succeeded', added: 1 },
    ])
  })
})

describe('GET …/sync/status', () => {
  it('keeps nobody waiting for a registry that was never synced', async () => {
    expect(await status()).toEqual({
      status: 'Success', message: '', isSyncSupported: true, lastRunTime: '', lastSyncedTime: '',
    }) // prettier-ignore
  })

  it('says that a run is under way, and when the last one was complete', async () => {
    const held = heldBack([], [DONE])
    registry.events = held.events
    await sync()
    await held.isReached
    expect(await status()).toMatchObject({ status: 'InProgress', lastSyncedTime: '' })
    held.goOn()
    await expect.poll(status).toMatchObject({ status: 'Success', lastSyncedTime: expect.stringMatching(/Z$/) })
  })

  it('is visible to users who may see registries in a project, and shows nothing of another tenant', async () => {
    const { users, projects } = test.fixtures.stage
    const url = `/v1/registries/helm/${uid}/sync/status`
    expect((await get(url, as(users.projectViewer, projects.default))).statusCode).toBe(200)
    expect((await get(url, as(test.fixtures.dev.users.tenantAdmin))).statusCode).toBe(404)
  })
})

describe('cancelling', () => {
  it('ends a run that is under way, even if its registry sends nothing', async () => {
    const held = heldBack([offer({ name: 'a', version: '1' })], [DONE])
    registry.events = held.events
    await sync()
    await held.isReached
    expect((await cancel()).statusCode).toBe(204)
    await isOver()
    expect(await newest()).toMatchObject({ state: 'cancelled', isCancelRequested: true, removed: 0 })
    expect(registry.walks[0]?.signal.aborted).toBe(true)
    expect(registry.openSources).toBe(0)
    expect((await cancel()).json()).toMatchObject({ code: 'SyncNotRunning' })
  })

  it('needs permission to change registries', async () => {
    const url = `/v1/console/registries/${uid}/sync/cancel`
    expect((await post(url, as(test.fixtures.stage.users.tenantViewer))).statusCode).toBe(403)
    expect((await post(url, as(test.fixtures.dev.users.tenantAdmin))).statusCode).toBe(404)
  })
})
