import { beforeEach, describe, expect, it } from 'vitest'
import { lockVersions } from '../profiles/write/version-order-repository.ts'
import { addRegistry } from '../../testing/catalogue.ts'
import { countLockWaiters, holdLock } from '../../testing/held-locks/held-lock.ts'
import { sender } from '../../testing/sender.ts'
import { openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage
const db = () => test.deps.tenantDb(stage().uid)

const packs = ['1.0.0', '1.1.0'].map((version) => ({ name: 'web', version }))
const registryUid = await addRegistry(db(), { name: 'Ours', packs })
beforeEach(() => keepPublished(false))

const send = sender(() => test)

async function keepPublished(keepsPublished: boolean) {
  const settings = { name: stage().name, colour: 'blue', keepsPublished }
  expect((await send('PUT', '/v1/console/tenant', settings)).statusCode).toBe(204)
}

const web = (fields: object = {}) => ({ name: 'web', tag: '1.0.0', registryUid, values: 'a: 1\n', ...fields })
const plain = () => ({ name: 'm', type: 'manifest', manifests: [{ name: 'one', content: 'kind: A\n' }] })
const template = (packs: object[]) => ({ spec: { template: { type: 'add-on', cloudType: 'all', packs } } })
let names = 0

async function addDraft(): Promise<string> {
  const variables = [{ name: 'size', defaultValue: '1' }]
  const spec = { version: '1.0.0', ...template([web(), plain()]).spec, variables }
  const metadata = { name: `kept-${(names += 1)}`, annotations: { description: 'ours' }, labels: { env: 'test' } }
  const response = await send('POST', '/v1/clusterprofiles', { metadata, spec })
  expect(response.statusCode).toBe(201)
  return response.json().uid as string
}

async function addPublished(): Promise<string> {
  const uid = await addDraft()
  expect((await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)).statusCode).toBe(204)
  return uid
}

/** Everything that is stored of the profile. */
async function stored(uid: string) {
  const [answer, variables] = [
    await send('GET', `/v1/clusterprofiles/${uid}`),
    await send('GET', `/v1/clusterprofiles/${uid}/variables`),
  ]
  const events = await db().auditEvent.count({ where: { resourceUid: uid } })
  return { status: answer.statusCode, profile: answer.json(), variables: variables.json(), events }
}

const changes: Record<string, (path: string, manifestUid: string) => ReturnType<typeof send>> = {
  'layers in full': (path) => send('PUT', path, template([web({ tag: '1.1.0' }), plain()])),
  'a new layer': (path) => send('POST', `${path}/packs`, { pack: { ...plain(), name: 'more' } }),
  'a changed layer': (path) => send('PUT', `${path}/packs/web`, { pack: web({ values: 'a: 2\n' }) }),
  'a removed layer': (path) => send('DELETE', `${path}/packs/web`),
  'a new manifest': (path) => send('POST', `${path}/packs/m/manifests`, { name: 'two', content: 'kind: B\n' }),
  'a changed manifest': (path, uid) =>
    send('PUT', `${path}/packs/m/manifests/${uid}`, { name: 'one', content: 'kind: B\n' }),
  'a removed manifest': (path, uid) => send('DELETE', `${path}/packs/m/manifests/${uid}`),
  'all variables': (path) => send('PUT', `${path}/variables`, { variables: [{ name: 'other' }] }),
  'one variable': (path) => send('PATCH', `${path}/variables`, { variables: [{ name: 'size', defaultValue: '2' }] }),
  'a removed variable': (path) => send('DELETE', `${path}/variables`, { variables: ['size'] }),
  'another name': (path) => send('PATCH', `${path}/metadata`, { metadata: { name: 'renamed' } }),
  'another version': (path) => send('PATCH', `${path}/metadata`, { metadata: {}, spec: { version: '9.0.0' } }),
  'its deletion': (path) => send('DELETE', path),
}

describe('a published version in a tenant that keeps them', () => {
  it.each(Object.keys(changes))('refuses %s and writes nothing', async (name) => {
    const uid = await addPublished()
    const before = await stored(uid)
    const manifestUid = before.profile.spec.published.packs[1].manifests[0].uid as string
    await keepPublished(true)
    const response = await changes[name]?.(`/v1/clusterprofiles/${uid}`, manifestUid)
    expect([response?.statusCode, response?.json().code]).toEqual([409, 'ProfileImmutable'])
    expect(await stored(uid)).toEqual(before)
  })

  it('keeps its published content from a draft that was created before', async () => {
    const uid = await addPublished()
    await send('PUT', `/v1/clusterprofiles/${uid}/packs/web`, { pack: web({ values: 'a: 2\n' }) })
    const before = await stored(uid)
    await keepPublished(true)
    const response = await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)
    expect(response.json().code).toBe('ProfileImmutable')
    expect(await stored(uid)).toEqual(before)
  })

  it('is left out of a bulk deletion, which says why', async () => {
    const [kept, draft] = [await addPublished(), await addDraft()]
    await keepPublished(true)
    const response = await send('DELETE', '/v1/clusterprofiles/bulk', { uids: [kept, draft] })
    expect(response.json()).toMatchObject({ deletedCount: 1, failures: [{ uid: kept }] })
    expect(response.json().failures[0].errMsg).toContain('Make a new version of it')
    expect(await db().profile.count({ where: { uid: { in: [kept, draft] } } })).toBe(1)
  })

  it('accepts other labels and another description, without a draft', async () => {
    const uid = await addPublished()
    await keepPublished(true)
    const metadata = { labels: { env: 'live' }, annotations: { description: 'other' } }
    expect((await send('PATCH', `/v1/clusterprofiles/${uid}/metadata`, { metadata })).statusCode).toBe(204)
    const { profile } = await stored(uid)
    expect(profile.metadata).toMatchObject({ labels: { env: 'live' }, annotations: { description: 'other' } })
    expect(profile.spec.draft).toBeUndefined()
  })

  it('accepts a change that changes nothing: clients send the whole profile before they publish it', async () => {
    const uid = await addPublished()
    await keepPublished(true)
    const { profile } = await stored(uid)
    expect((await send('PUT', `/v1/clusterprofiles/${uid}`, template([web(), plain()]))).statusCode).toBe(204)
    expect((await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)).statusCode).toBe(204)
    expect((await stored(uid)).profile.spec).toEqual(profile.spec)
  })

  it('can be cloned to a version that can be changed and published', async () => {
    const uid = await addPublished()
    await keepPublished(true)
    const { name } = (await stored(uid)).profile.metadata
    const clone = await send('POST', `/v1/clusterprofiles/${uid}/clone`, { metadata: { name, version: '1.1.0' } })
    const path = `/v1/clusterprofiles/${clone.json().uid}`
    expect((await send('PUT', `${path}/packs/web`, { pack: web({ values: 'a: 2\n' }) })).statusCode).toBe(204)
    expect((await send('PATCH', `${path}/publish`)).statusCode).toBe(204)
    expect((await send('DELETE', path)).json().code).toBe('ProfileImmutable')
  })
})

describe('a tenant that begins to keep published versions', () => {
  it('refuses a change that has been waiting since before', async () => {
    const uid = await addPublished()
    const before = await stored(uid)
    const lock = holdProfile(uid)
    await lock.isHeld
    const change = send('PUT', `/v1/clusterprofiles/${uid}/packs/web`, { pack: web({ values: 'a: 2\n' }) })
    const deletion = send('DELETE', `/v1/clusterprofiles/${uid}`)
    await waiting(2)
    await keepPublished(true)
    await lock.release()
    expect((await Promise.all([change, deletion])).map((each) => each.json().code)).toEqual([
      'ProfileImmutable',
      'ProfileImmutable',
    ])
    expect(await stored(uid)).toEqual(before)
  })

  it('waits for changes under way, so that none comes after its answer', async () => {
    const lock = holdSetting()
    await lock.isHeld
    const setting = keepPublished(true)
    await waiting(1)
    expect(await db().tenant.findFirst({ select: { keepsPublished: true } })).toEqual({ keepsPublished: false })
    await lock.release()
    await setting
  })

  it('waits for a change that has found the version mutable', async () => {
    const uid = await addPublished()
    const lock = holdName('renamed')
    await lock.isHeld
    const change = send('PATCH', `/v1/clusterprofiles/${uid}/metadata`, { metadata: { name: 'renamed' } })
    await waiting(1)
    const setting = keepPublished(true)
    await waiting(2)
    await lock.release()
    expect((await change).statusCode).toBe(204)
    await setting
  })
})

/** A rename waits for concurrent changes of versions of the new name. */
const holdName = (name: string) => holdLock(db(), (tx) => lockVersions(tx, { scopeUid: stage().uid, name }))
const holdProfile = (uid: string) =>
  holdLock(
    db(),
    (tx) => tx.$executeRaw`SELECT FROM profiles WHERE tenant_uid = ${stage().uid} AND uid = ${uid} FOR UPDATE`,
  )
/** Like every change of a published version. */
const holdSetting = () =>
  holdLock(db(), (tx) => tx.$executeRaw`SELECT FROM tenants WHERE uid = ${stage().uid} FOR SHARE`)

/** Waits until this many statements wait for a row in this database. */
const waiting = (count: number) => expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(count)
