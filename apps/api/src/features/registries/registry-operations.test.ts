import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'
import { addRegistry } from '../../testing/catalogue.ts'
import { startIndexServer, type IndexServer } from '../../testing/registry-servers/index-server.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { addProfile, valuesOf } from '../../testing/profiles.ts'
import { sender } from '../../testing/sender.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'

let server: IndexServer
let test: TestApp
beforeAll(async () => {
  server = await startIndexServer()
  test = await buildTestApp({ settings: { ALLOWED_HOSTS: server.host } })
})
afterAll(async () => {
  await test.close()
  await server.close()
})

const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const send = sender(() => test)

const FORMS = [
  { form: 'pack', collection: '/v1/registries/pack', item: (uid: string) => `/v1/registries/pack/${uid}` },
  { form: 'helm', collection: '/v1/registries/helm', item: (uid: string) => `/v1/registries/helm/${uid}` },
  { form: 'basic', collection: '/v1/registries/oci/basic', item: (uid: string) => `/v1/registries/oci/${uid}/basic` },
  { form: 'ecr', collection: '/v1/registries/oci/ecr', item: (uid: string) => `/v1/registries/oci/${uid}/ecr` },
] as const

const inputOf = (name: string, spec: object = {}) => ({
  metadata: {
    name,
    labels: null,
    annotations: { description: 'ours' },
    uid: '',
    creationTimestamp: '0001-01-01T00:00:00.000Z',
    deletionTimestamp: '0001-01-01T00:00:00.000Z',
  },
  spec: { endpoint: server.url, auth: { type: 'noAuth' }, isPrivate: false, ...spec },
})
const make = async (collection: string, name: string, spec?: object, query = '?skipPackSync=true') =>
  (await send('POST', `${collection}${query}`, inputOf(name, spec))).json().uid

describe.each(FORMS)('a registry of form $form', ({ form, collection, item }) => {
  it('can be created, read, replaced and deleted', async () => {
    const created = await send('POST', `${collection}?skipPackSync=true`, inputOf(`life ${form}`))
    expect([created.statusCode, Object.keys(created.json())]).toEqual([201, ['uid']])
    expect(created.headers['audituid']).toMatch(/^[0-9a-f]{24}$/)
    const url = item(created.json().uid)
    const read = await send('GET', url)
    expect(read.json()).toMatchObject({
      metadata: { name: `life ${form}`, annotations: { scope: 'tenant', description: 'ours' }, labels: {} },
      spec: { endpoint: server.url, scope: 'tenant' },
    })
    const replaced = await send('PUT', url, inputOf(`new ${form}`))
    expect([replaced.statusCode, replaced.body]).toEqual([204, ''])
    expect((await send('GET', url)).json().metadata.name).toBe(`new ${form}`)
    const deleted = await send('DELETE', url)
    expect([deleted.statusCode, deleted.body]).toEqual([204, ''])
    const gone = await send('GET', url)
    expect([gone.statusCode, gone.json().code]).toEqual([404, 'ResourceNotFound'])
  })

  it('has a unique name', async () => {
    await make(collection, `once ${form}`)
    const again = await send('POST', collection, inputOf(`once ${form}`))
    expect([again.statusCode, again.json().code]).toEqual([409, 'RegistryExists'])
  })

  it('is not found by another tenant or under a path of another kind', async () => {
    const uid = await make(collection, `hidden ${form}`)
    const { ref: _ref, ...unknown } = (await send('GET', item(newUid()))).json()
    const foreigner = as(test.fixtures.dev.users.tenantAdmin)
    const otherKind = FORMS.find((other) => other.form !== form)
    for (const [method, url, headers] of [
      ['GET', item(uid), foreigner],
      ['PUT', item(uid), foreigner],
      ['DELETE', item(uid), foreigner],
      ['DELETE', otherKind?.item(uid) ?? '', admin()],
      ['PUT', otherKind?.item(uid) ?? '', admin()],
    ] as const) {
      const response = await send(method, url, method === 'PUT' ? inputOf('x') : undefined, headers)
      const { ref: _, ...body } = response.json()
      expect([response.statusCode, body]).toEqual([404, unknown])
    }
  })

  it('is synced when it is created, unless that is to be skipped', async () => {
    const spec = { isSyncSupported: true, providerType: form === 'helm' ? undefined : 'pack' }
    const synced = await make(collection, `synced ${form}`, spec, '')
    const skipped = await make(collection, `skipped ${form}`, { ...spec, createOption: { skipSync: true } })
    const runs = await test.deps.tenantDb(test.fixtures.stage.uid).registrySync.findMany({
      where: { registryUid: { in: [synced, skipped] } },
      select: { registryUid: true, trigger: true },
    })
    expect(runs).toEqual([{ registryUid: synced, trigger: 'create' }])
  })

  it('is read by a project viewer in the project, and changed by nobody there', async () => {
    const uid = await make(collection, `readable ${form}`)
    const { users, projects } = test.fixtures.stage
    const viewer = as(users.projectViewer, projects.default)
    expect((await send('GET', item(uid), undefined, viewer)).statusCode).toBe(200)
    const projectAdmin = as(users.projectAdmin, projects.default)
    expect((await send('DELETE', item(uid), undefined, projectAdmin)).statusCode).toBe(403)
    expect((await send('PUT', item(uid), inputOf('x'), projectAdmin)).statusCode).toBe(403)
    expect((await send('POST', collection, inputOf('x'), projectAdmin)).statusCode).toBe(403)
  })

  it('can be changed by a tenant admin who names a project', async () => {
    const uid = await make(collection, `scoped ${form}`)
    const { users, projects } = test.fixtures.stage
    const headers = as(users.tenantAdmin, projects.default)
    expect((await send('DELETE', item(uid), undefined, headers)).statusCode).toBe(204)
  })
})

describe('testing a registry of AWS', () => {
  it('refuses keys for a region that does not exist', async () => {
    const credentials = { credentialType: 'secret', accessKey: 'AKIA', secretKey: 'x' }
    const spec = { endpoint: server.url, providerType: 'pack', defaultRegion: 'nowhere', credentials }
    const response = await send('POST', '/v1/registries/oci/ecr/validate', spec)
    expect([response.statusCode, response.json().details[0].path]).toEqual([422, 'spec.defaultRegion'])
  })
})

describe('what clients read of objects', () => {
  it.each([
    ['pack', ['status', 'packSyncStatus', 'status']],
    ['helm', ['status', 'helmSyncStatus', 'status']],
    ['basic', ['status', 'syncStatus', 'status']],
    ['ecr', ['status', 'syncStatus', 'status']],
    ['ecr', ['spec', 'credentials', 'credentialType']],
    ['basic', ['spec', 'auth', 'type']],
    ['helm', ['spec', 'auth', 'type']],
  ])('of form %s there is %s', async (wanted, path) => {
    const form = FORMS.find(({ form: name }) => name === wanted)
    const uid = await make(form?.collection ?? '', `shape ${wanted} ${path.join('.')}`)
    const read: unknown = (await send('GET', form?.item(uid) ?? '')).json()
    expect(read).toHaveProperty(path, expect.any(String))
  })

  it('under the Helm path is a registry of any kind, so that the simple pack data source works', async () => {
    const uid = await make('/v1/registries/oci/basic', 'asked as helm', { auth: { type: 'token', token: 'x' } })
    const response = await send('GET', `/v1/registries/helm/${uid}`)
    expect([response.statusCode, response.json().spec.isPrivate]).toEqual([200, false])
  })

  it('under the OCI path is a registry of either type', async () => {
    const uid = await make('/v1/registries/oci/ecr', 'either', { defaultRegion: 'eu-west-1' })
    expect((await send('GET', `/v1/registries/oci/${uid}`)).json()).toMatchObject({
      type: 'ecr',
      defaultRegion: 'eu-west-1',
    })
  })

  it('by name is its configuration', async () => {
    await make('/v1/registries/pack', 'by name')
    const response = await send('GET', '/v1/registries/by%20name/config')
    expect(response.json().config).toMatchObject({ name: 'by name', endpoint: server.url })
  })

  it('of cluster images is empty', async () => {
    expect((await send('GET', '/v1/registries/oci/image')).json().code).toBe('NotSupported')
  })

  it('keeps an OCI endpoint without a scheme as it was sent', async () => {
    const endpoint = '0123.dkr.ecr.eu-west-1.amazonaws.com'
    const uid = await make('/v1/registries/oci/ecr', 'bare', { endpoint })
    expect((await send('GET', `/v1/registries/oci/${uid}/ecr`)).json().spec.endpoint).toBe(endpoint)
  })

  it.each(['sts', 'pod-identity'])('of credential type %s is not supported', async (credentialType) => {
    const spec = { credentials: { credentialType } }
    const response = await send('POST', '/v1/registries/oci/ecr', inputOf(credentialType, spec))
    expect([response.statusCode, response.json().code]).toEqual([400, 'NotSupported'])
  })
})

describe('lists', () => {
  const names = (response: { json: () => { items: { metadata: { name: string } }[] } }) =>
    response.json().items.map(({ metadata }) => metadata.name)
  const dev = () => as(test.fixtures.dev.users.tenantAdmin)
  beforeAll(async () => {
    for (const [path, name] of [
      ['helm', 'h1'],
      ['helm', 'h2'],
      ['pack', 'p1'],
      ['oci/basic', 'b1'],
      ['oci/ecr', 'e1'],
    ]) {
      await send('POST', `/v1/registries/${path}?skipPackSync=true`, inputOf(name ?? ''), dev())
    }
  })

  it.each(['/v1/registries/helm', '/v1/registries/helm/summary'])('%s has pages', async (url) => {
    const first = await send('GET', `${url}?limit=1&scope=all`, undefined, dev())
    const { continue: token, ...rest } = first.json().listmeta
    expect([names(first), rest]).toEqual([['h1'], { count: 2, limit: 1, offset: 0 }])
    const second = await send('GET', `${url}?limit=1&continue=${encodeURIComponent(token)}`, undefined, dev())
    expect([names(second), second.json().listmeta.continue]).toEqual([['h2'], ''])
  })

  it('are filtered by name and ordered', async () => {
    const filtered = await send('GET', '/v1/registries/helm?filters=metadata.name=h2', undefined, dev())
    expect(names(filtered)).toEqual(['h2'])
    const ordered = await send('GET', '/v1/registries/helm?orderBy=metadata.name=-1', undefined, dev())
    expect(names(ordered)).toEqual(['h2', 'h1'])
  })

  it('of packs contain packs only', async () => {
    expect(names(await send('GET', '/v1/registries/pack', undefined, dev()))).toEqual(['p1'])
    expect(names(await send('GET', '/v1/registries/pack?scope=system', undefined, dev()))).toEqual([])
  })

  it('of OCI registries contain both types and no listmeta', async () => {
    const { items, ...rest } = (await send('GET', '/v1/registries/oci/summary', undefined, dev())).json()
    const types = items.map((item: { spec: { registryType: string } }) => item.spec.registryType)
    expect([types, rest]).toEqual([['basic', 'ecr'], {}])
  })
})

describe('deleting a registry that profiles use', () => {
  const inUse = async (name: string) => {
    const { uid: tenantUid, projects } = test.fixtures.stage
    const db = test.deps.tenantDb(tenantUid)
    const registryUid = await addRegistry(db, { name, packs: [{ name: 'used', version: '1.0.0' }] })
    const pack = await db.packVersion.findFirstOrThrow({ where: { registryUid } })
    const layers = [{ name: 'used', packUid: pack.uid, registryUid, values: 'kept: true\n' }, { name: 'other' }]
    const profileUid = await addProfile(test, { tenantUid, layers })
    await addProfile(test, { tenantUid, layers, scope: 'project', scopeUid: projects.other })
    return { db, registryUid, profileUid }
  }

  it('is refused, with their number', async () => {
    const { registryUid } = await inUse('in use')
    const response = await send('DELETE', `/v1/registries/pack/${registryUid}`)
    expect([response.statusCode, response.json().code]).toEqual([409, 'RegistryInUse'])
    expect(response.json().message).toContain('profiles: 2')
    const users = await send('GET', `/v1/console/registries/${registryUid}/users`)
    expect(users.json()).toMatchObject({ profiles: [{ layers: ['used'] }, { layers: ['used'] }], hidden: 0 })
  })

  it('names only the profiles that the caller may see', async () => {
    const { registryUid, profileUid } = await inUse('partly seen')
    const { users, projects } = test.fixtures.stage
    const viewer = as(users.projectViewer, projects.default)
    const response = await send('GET', `/v1/console/registries/${registryUid}/users`, undefined, viewer)
    expect(response.json()).toMatchObject({ profiles: [{ uid: profileUid, projectUid: '' }], hidden: 1 })
  })

  it('names none for callers who may list none', async () => {
    const { registryUid } = await inUse('not seen')
    const holder = as(await addHolder(test, ['packRegistry.get']))
    const response = await send('GET', `/v1/console/registries/${registryUid}/users`, undefined, holder)
    expect(response.json()).toEqual({ profiles: [], hidden: 2 })
  })

  it('marks their layers invalid and keeps them if forced', async () => {
    const { db, registryUid, profileUid } = await inUse('forced')
    expect((await send('DELETE', `/v1/registries/${registryUid}?force=true`)).statusCode).toBe(204)
    expect(await db.packVersion.count({ where: { registryUid } })).toBe(0)
    const profile = await db.profile.findFirstOrThrow({
      where: { uid: profileUid },
      select: { isInvalid: true, layers: { where: { stage: 'published' }, orderBy: { position: 'asc' } } },
    })
    expect(profile.isInvalid).toBe(true)
    expect(profile.layers.map(({ name, isInvalid }) => [name, isInvalid])).toEqual([
      ['used', true],
      ['other', false],
    ])
    expect(profile.layers.slice(0, 1).map((layer) => valuesOf(test, layer))).toEqual(['kept: true\n'])
  })
})

describe('a default registry', () => {
  const addDefault = async (tenantUid: string) => {
    const uid = newUid()
    await test.deps.tenantDb(tenantUid).registry.create({
      data: { uid, tenantUid, name: `Public ${uid}`, kind: 'pack', scope: 'system', isDefault: true },
    })
    return uid
  }

  it('can be given an address, but no other name, and cannot be deleted', async () => {
    const uid = await addDefault(test.fixtures.stage.uid)
    const url = `/v1/registries/pack/${uid}`
    expect((await send('PUT', url, inputOf('Renamed'))).json().code).toBe('RegistryReadOnly')
    expect((await send('PUT', url, inputOf(`Public ${uid}`))).statusCode).toBe(204)
    expect((await send('GET', url)).json()).toMatchObject({ spec: { endpoint: server.url, scope: 'system' } })
    expect((await send('DELETE', `${url}?force=true`)).json().code).toBe('RegistryReadOnly')
    expect((await send('DELETE', `/v1/registries/${uid}`)).json().code).toBe('RegistryReadOnly')
  })
})

describe('GET /v1/console/registries', () => {
  it('counts existing packs and versions, and shows the newest run', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const uid = await addRegistry(db, {
      name: 'counted',
      packs: [
        { name: 'a', version: '1.0.0' },
        { name: 'a', version: '2.0.0' },
        { name: 'b', version: '1.0.0' },
        { name: 'gone', version: '1.0.0' },
      ],
    })
    await db.packVersion.updateMany({ where: { registryUid: uid, name: 'gone' }, data: { removedAt: new Date() } })
    const run = { tenantUid: db.$tenantUid, registryUid: uid, trigger: 'request' }
    await db.registrySync.createMany({
      data: [
        { ...run, uid: newUid(), state: 'failed', requestedAt: new Date(0) },
        { ...run, uid: newUid(), state: 'succeeded', requestedAt: new Date(1_000) },
      ],
    })
    const { items } = (await send('GET', '/v1/console/registries')).json()
    const found = items.find((item: { uid: string }) => item.uid === uid)
    expect(found).toMatchObject({ name: 'counted', packs: 2, versions: 3, sync: { state: 'succeeded' } })
  })

  it('shows the same of two runs of one millisecond as every other list', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const uid = await addRegistry(db, { name: 'twice', packs: [] })
    const run = { tenantUid: db.$tenantUid, registryUid: uid, trigger: 'request', requestedAt: new Date(0) }
    const tail = uid.slice(1)
    for (const [first, state] of [
      ['f', 'failed'],
      ['0', 'succeeded'],
    ] as const)
      await db.registrySync.create({ data: { ...run, uid: `${first}${tail}`, state } })
    const { items } = (await send('GET', '/v1/console/registries')).json()
    const [newest] = (await send('GET', `/v1/console/registries/${uid}/syncs`)).json().items
    const { status } = (await send('GET', `/v1/registries/pack/${uid}/sync/status`)).json()
    const { sync } = items.find((item: { uid: string }) => item.uid === uid)
    expect([sync.uid, newest.uid, status]).toEqual([`0${tail}`, `0${tail}`, 'Success'])
  })
})
