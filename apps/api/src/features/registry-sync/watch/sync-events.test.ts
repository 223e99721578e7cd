import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newUid } from '../../../platform/database/uid.ts'
import { FakeRegistry, heldBack } from '../../../testing/registry-servers/fake-registry.ts'
import { PASSWORD, type FixtureTenant } from '../../../testing/fixtures.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'
import { startRegistrySync } from '../run/sync-jobs.ts'
import { createSyncWatch } from './sync-watch-service.ts'

let test: TestApp
let stopSync: () => Promise<void>
let address: string
let registry: FakeRegistry
let uid: string

beforeAll(async () => {
  test = await buildTestApp()
  address = await test.app.listen({ host: '127.0.0.1', port: 0 })
  stopSync = await startRegistrySync(test.deps, {
    openRegistry: (connection) => registry.openRegistry(connection),
    log: test.app.log,
  })
})
afterAll(async () => {
  await stopSync()
  await test.close()
})
beforeEach(async () => {
  registry = new FakeRegistry()
  uid = newUid()
  const tenantUid = test.fixtures.stage.uid
  const data = { uid, tenantUid, name: uid, kind: 'helm', endpoint: 'https://charts.test/' }
  await test.deps.tenantDb(tenantUid).registry.create({ data })
})

const startSync = () =>
  test.app.inject({
    method: 'POST',
    url: `/v1/registries/helm/${uid}/sync`,
    headers: as(test.fixtures.stage.users.tenantAdmin),
  })

/** The runs of this test's registry that a browser of the tenant receives. */
async function listen(tenant: FixtureTenant, headers = as(tenant.users.tenantViewer), at = address) {
  const closing = new AbortController()
  const response = await fetch(`${at}/v1/console/registries/events`, { headers, signal: closing.signal })
  const heard: { registryUid: string; state: string; found: number; failures: unknown[] }[] = []
  const read = async () => {
    let text = ''
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString()
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      const data = messages.flatMap((message) => /^data: (.*)$/m.exec(message)?.[1] ?? [])
      heard.push(...data.map((json) => JSON.parse(json)).filter((run) => run.registryUid === uid))
    }
  }
  const isOver = read().then(
    () => 'ended',
    () => 'left',
  )
  return { response, heard, isOver, leave: () => closing.abort() }
}

describe('GET /v1/console/registries/events', () => {
  it('reports a sync’s progress to listeners of the tenant, and to nobody else', async () => {
    const [here, elsewhere] = [await listen(test.fixtures.stage), await listen(test.fixtures.dev)]
    expect(here.response.headers.get('content-type')).toBe('text/event-stream')
    const held = heldBack([{ kind: 'failed', place: 'x', fault: 'not-utf8' }], [{ kind: 'done', mark: '' }])
    registry.events = held.events
    await startSync()
    await expect.poll(() => here.heard.at(-1)).toMatchObject({ state: 'running', found: 1, failures: [] })
    held.goOn()
    await expect.poll(() => here.heard.at(-1)).toMatchObject({ state: 'succeeded', failed: 1, failures: [] })
    expect(elsewhere.heard).toEqual([])
    here.leave()
    elsewhere.leave()
  })

  it('reports runs under way to later listeners', async () => {
    const held = heldBack([], [{ kind: 'done', mark: '' }])
    registry.events = held.events
    await startSync()
    await held.isReached
    const late = await listen(test.fixtures.stage)
    await expect.poll(() => late.heard.at(-1)).toMatchObject({ state: 'running' })
    held.goOn()
    await expect.poll(() => late.heard.at(-1)).toMatchObject({ state: 'succeeded' })
    late.leave()
  })

  it('is refused to more listeners than a user may have, and possible again when they leave', async () => {
    const { dev } = test.fixtures
    const listening = await Promise.all(Array.from({ length: 10 }, () => listen(dev)))
    expect(new Set(listening.map(({ response }) => response.status))).toEqual(new Set([200]))
    expect((await listen(dev)).response.status).toBe(429)
    const somebodyElse = await listen(dev, as(dev.users.tenantAdmin))
    expect(somebodyElse.response.status).toBe(200)
    for (const { leave } of [...listening, somebodyElse]) leave()
    await expect
      .poll(async () => {
        const next = await listen(dev)
        next.leave()
        return next.response.status
      })
      .toBe(200)
  })

  const signIn = async (email: string) => {
    const payload = { email, password: PASSWORD }
    const answer = await test.app.inject({ method: 'POST', url: '/v1/console/session', payload })
    return { cookie: String(answer.headers['set-cookie']).split(';', 1)[0] ?? '' }
  }
  const admin = () => as(test.fixtures.stage.users.tenantAdmin)

  it('ends when the listener signs out', async () => {
    const headers = await signIn(test.fixtures.stage.users.tenantAdmin.email)
    const stays = await listen(test.fixtures.stage)
    const listening = await listen(test.fixtures.stage, headers)
    expect(listening.response.status).toBe(200)
    await test.app.inject({ method: 'DELETE', url: '/v1/console/session', headers })
    expect(await listening.isOver).toBe('ended')
    stays.leave()
    expect(await stays.isOver).toBe('left')
  })

  it('ends when the listener is disabled', async () => {
    const { uid: userUid, ...user } = test.fixtures.stage.users.projectViewer
    const listening = await listen(test.fixtures.stage, as({ uid: userUid, ...user }))
    const url = `/v1/console/users/${userUid}/state`
    await test.app.inject({ method: 'PUT', url, headers: admin(), payload: { isActive: false } })
    expect(await listening.isOver).toBe('ended')
  })

  it('ends when the key that it was opened with is revoked', async () => {
    const payload = { metadata: { name: 'listening' }, spec: {} }
    const made = await test.app.inject({ method: 'POST', url: '/v1/apiKeys', headers: admin(), payload })
    const { apiKey: apikey, uid: keyUid } = made.json()
    const listening = await listen(test.fixtures.stage, { apikey })
    expect(listening.response.status).toBe(200)
    const url = `/v1/apiKeys/${keyUid}/state`
    await test.app.inject({ method: 'PUT', url, headers: admin(), payload: { isActive: false } })
    expect(await listening.isOver).toBe('ended')
  })

  it('ends when the server does', async () => {
    const other = await buildTestApp()
    const at = await other.app.listen({ host: '127.0.0.1', port: 0 })
    const listening = await listen(other.fixtures.stage, as(other.fixtures.stage.users.tenantViewer), at)
    expect(listening.response.status).toBe(200)
    await other.close()
    expect(await listening.isOver).toBe('ended')
  })
})

describe('watching runs', () => {
  it('queries once for all listeners of a tenant, and not at all without one', async () => {
    let asked = 0
    const { promise, resolve } = Promise.withResolvers<void>()
    const watch = createSyncWatch<{ uid: string }>({
      listCurrent: async () => {
        asked += 1
        await promise
        return [{ uid: 'run' }]
      },
      now: () => new Date(),
      report: () => undefined,
    })
    const heard: string[] = []
    const leave = Array.from({ length: 5 }, (_none, at) =>
      watch.listen('tenant', { userUid: `${at}`, tell: () => heard.push(`${at}`), end: () => undefined }),
    )
    resolve()
    await expect.poll(() => heard).toEqual(['0', '1', '2', '3', '4'])
    expect(asked).toBe(1)
    for (const each of leave) each?.()
  })

  it('is refused to more listeners than a tenant may have', () => {
    const watch = createSyncWatch<{ uid: string }>({
      listCurrent: async () => [],
      now: () => new Date(),
      report: () => undefined,
    })
    const listen = (at: number) =>
      watch.listen('tenant', { userUid: `${at % 9}`, tell: () => undefined, end: () => undefined })
    const leave = Array.from({ length: 50 }, (_none, at) => listen(at))
    expect(leave.every((each) => each !== undefined)).toBe(true)
    expect(listen(8)).toBeUndefined()
    leave[0]?.()
    expect(listen(8)).toBeDefined()
    for (const each of leave) each?.()
  })
})
