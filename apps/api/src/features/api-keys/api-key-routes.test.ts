import { describe, expect, it } from 'vitest'
import { createUser, type FixtureUser } from '../../testing/fixtures.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const stage = () => test.fixtures.stage
const send = (method: Method, url: string, payload?: object, user: FixtureUser = stage().users.projectViewer) =>
  test.app.inject({ method, url, headers: as(user), ...(payload && { payload }) })
const create = async (name: string, spec: object | null = null, user?: FixtureUser) =>
  (await send('POST', '/v1/apiKeys', { metadata: { name }, spec }, user)).json<{ apiKey: string; uid: string }>()
const statusWith = async (apikey: string) =>
  (await test.app.inject({ url: '/v1/users/info', headers: { apikey } })).statusCode

const ZERO = '0001-01-01T00:00:00.000Z'
const LATER = '2999-01-01T00:00:00.000Z'

describe('an API key', () => {
  it('is shown once, works, and is never shown again', async () => {
    const answer = await send('POST', '/v1/apiKeys', { metadata: { name: 'once', labels: { a: '1' } }, spec: null })
    expect(answer.statusCode).toBe(201)
    const { apiKey, uid } = answer.json<{ apiKey: string; uid: string }>()
    expect(await statusWith(apiKey)).toBe(200)
    const [read, listed] = [await send('GET', `/v1/apiKeys/${uid}`), await send('GET', '/v1/apiKeys')]
    expect(read.json()).toMatchObject({
      metadata: { name: 'once', uid, labels: { a: '1' } },
      spec: { user: { uid: stage().users.projectViewer.uid } },
      status: { isActive: true },
    })
    expect(read.json().spec.expiry).toBeUndefined()
    const [publicId = '', secret = ''] = apiKey.split('.')
    for (const { body } of [read, listed]) {
      expect(body).not.toContain(publicId)
      expect(body).not.toContain(secret)
    }
  })

  it('belongs to the caller for the tenant’s uid, which Go’s SDK sends', async () => {
    const { uid } = await create('from Go', { userUid: stage().uid, expiry: ZERO })
    const key = (await send('GET', `/v1/apiKeys/${uid}`)).json()
    expect([key.spec.user.uid, key.spec.expiry]).toEqual([stage().users.projectViewer.uid, undefined])
  })

  it('is created once for a request repeated with its Idempotency-Key', async () => {
    const request = {
      method: 'POST',
      url: '/v1/apiKeys',
      headers: { ...as(stage().users.projectViewer), 'idempotency-key': 'repeat' },
      payload: { metadata: { name: 'repeated' } },
    } as const
    const first = await test.app.inject(request)
    const second = await test.app.inject(request)
    expect(second.json()).toEqual(first.json())
  })

  it('needs a name that its user has not used before', async () => {
    await create('twice')
    const answer = await send('POST', '/v1/apiKeys', { metadata: { name: 'twice' } })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'ApiKeyExists'])
    expect(await create('twice', null, stage().users.projectAdmin)).toHaveProperty('apiKey')
  })

  it('expires when it was told to', async () => {
    const { apiKey, uid } = await create('ending', { expiry: LATER })
    expect((await send('GET', `/v1/apiKeys/${uid}`)).json().spec.expiry).toBe(LATER)
    await test.deps.prisma.apiKey.update({ where: { uid }, data: { expiresAt: new Date(0) } })
    expect(await statusWith(apiKey)).toBe(401)
  })

  it('keeps what an update omits, and loses its expiry with null', async () => {
    const { uid } = await create('updated', { expiry: LATER })
    const key = async () => (await send('GET', `/v1/apiKeys/${uid}`)).json()
    const renamed = await send('PUT', `/v1/apiKeys/${uid}`, { metadata: { name: 'renamed' }, spec: { expiry: ZERO } })
    expect([renamed.statusCode, renamed.body]).toEqual([204, ''])
    expect(await key()).toMatchObject({ metadata: { name: 'renamed' }, spec: { expiry: LATER } })
    await send('PUT', `/v1/apiKeys/${uid}`, { spec: { expiry: null } })
    expect((await key()).spec.expiry).toBeUndefined()
    expect((await key()).metadata.name).toBe('renamed')
  })

  it.each([
    ['PATCH', ''],
    ['PUT', '/state'],
  ] as const)('is switched off and on again by %s %s', async (method, path) => {
    const { apiKey, uid } = await create(`switched by ${method}`)
    const switchTo = async (isActive: boolean) =>
      (await send(method, `/v1/apiKeys/${uid}${path}`, { isActive })).statusCode
    expect([await switchTo(false), await statusWith(apiKey)]).toEqual([204, 401])
    expect((await send('GET', `/v1/apiKeys/${uid}`)).json().status).toEqual({ isActive: false })
    expect([await switchTo(true), await statusWith(apiKey)]).toEqual([204, 200])
  })

  it('is refused once it is deleted', async () => {
    const { apiKey, uid } = await create('deleted')
    expect((await send('DELETE', `/v1/apiKeys/${uid}`)).statusCode).toBe(204)
    expect(await statusWith(apiKey)).toBe(401)
    const again = await send('DELETE', `/v1/apiKeys/${uid}`)
    expect([again.statusCode, again.json().code]).toEqual([404, 'ResourceNotFound'])
  })

  it('leaves no trace of itself in the audit', async () => {
    const { apiKey } = await create('audited')
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceKind: 'apikey' } })
    expect(events.map((event) => event.resourceName)).toContain('audited')
    expect(JSON.stringify(events)).not.toContain(apiKey.split('.')[1])
  })

  it.each([
    ['no name', { spec: {} }],
    ['an end that is over', { metadata: { name: 'x' }, spec: { expiry: '2001-01-01T00:00:00Z' } }],
    ['what is no time', { metadata: { name: 'x' }, spec: { expiry: 'tomorrow' } }],
  ])('is refused with %s', async (_what, payload) => {
    const answer = await send('POST', '/v1/apiKeys', payload)
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })
})

describe('API keys of others', () => {
  const ownersSeenBy = async (user: FixtureUser) => {
    const { items } = (await send('GET', '/v1/apiKeys', undefined, user)).json<{
      items: { spec: { user: { uid: string } } }[]
    }>()
    return new Set(items.map((item) => item.spec.user.uid))
  }

  it('are listed only for administrators of the tenant', async () => {
    // The other tenant's users: no test adds any.
    const { users } = test.fixtures.dev
    expect(await ownersSeenBy(users.projectViewer)).toEqual(new Set([users.projectViewer.uid]))
    expect(await ownersSeenBy(users.tenantAdmin)).toEqual(new Set(Object.values(users).map(({ uid }) => uid)))
  })

  it('are created only by administrators of the tenant', async () => {
    const { projectViewer, projectAdmin, tenantAdmin } = stage().users
    const wanted = { metadata: { name: 'for another' }, spec: { userUid: projectViewer.uid } }
    const refused = await send('POST', '/v1/apiKeys', wanted, projectAdmin)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'Forbidden'])
    const made = await send('POST', '/v1/apiKeys', wanted, tenantAdmin)
    expect(made.statusCode).toBe(201)
    const who = await test.app.inject({ url: '/v1/users/info', headers: { apikey: made.json().apiKey } })
    expect(who.json().userUid).toBe(projectViewer.uid)
  })

  it('are not created for users of another tenant', async () => {
    const wanted = { metadata: { name: 'x' }, spec: { userUid: test.fixtures.dev.users.tenantAdmin.uid } }
    const answer = await send('POST', '/v1/apiKeys', wanted, stage().users.tenantAdmin)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
  })

  it.each([
    ['GET', '', undefined],
    ['PUT', '', { metadata: { name: 'mine' } }],
    ['PATCH', '', { isActive: false }],
    ['PUT', '/state', { isActive: false }],
    ['DELETE', '', undefined],
  ] as const)('are not there for %s %s', async (method, path, payload) => {
    const { uid } = await create(`of the viewer ${method}${path}`)
    for (const user of [stage().users.projectAdmin, test.fixtures.dev.users.tenantAdmin]) {
      const answer = await send(method, `/v1/apiKeys/${uid}${path}`, payload, user)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
    }
    expect((await send('GET', `/v1/apiKeys/${uid}`)).json().status.isActive).toBe(true)
  })
})

describe('a key that somebody else ended', () => {
  const setState = (uid: string, isActive: boolean, user?: FixtureUser) =>
    send('PUT', `/v1/apiKeys/${uid}/state`, { isActive }, user)
  const prolong = (uid: string, user?: FixtureUser) =>
    send('PUT', `/v1/apiKeys/${uid}`, { spec: { expiry: LATER } }, user)

  it('is not enabled again by its owner, only by somebody who may change keys of others', async () => {
    const { tenantAdmin } = stage().users
    const { apiKey, uid } = await create('revoked by an administrator')
    await setState(uid, false, tenantAdmin)
    const refused = await setState(uid, true)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'Forbidden'])
    expect((await send('PATCH', `/v1/apiKeys/${uid}`, { isActive: true })).statusCode).toBe(403)
    expect(await statusWith(apiKey)).toBe(401)
    expect((await setState(uid, true, tenantAdmin)).statusCode).toBe(204)
    expect(await statusWith(apiKey)).toBe(200)
    expect([(await setState(uid, false)).statusCode, (await setState(uid, true)).statusCode]).toEqual([204, 204])
  })

  it('stays ended if its owner had disabled it before', async () => {
    const { uid } = await create('revoked twice')
    await setState(uid, false)
    await setState(uid, false, stage().users.tenantAdmin)
    expect((await setState(uid, true)).statusCode).toBe(403)
  })

  it('does not get a later expiry from its owner', async () => {
    const { uid } = await create('ended by an administrator')
    const expiry = '2998-01-01T00:00:00.000Z'
    await send('PUT', `/v1/apiKeys/${uid}`, { spec: { expiry } }, stage().users.tenantAdmin)
    expect((await prolong(uid)).json().code).toBe('Forbidden')
    expect((await send('PUT', `/v1/apiKeys/${uid}`, { spec: { expiry: null } })).json().code).toBe('Forbidden')
    const kept = { metadata: { name: 'ended, renamed' }, spec: { expiry } }
    expect((await send('PUT', `/v1/apiKeys/${uid}`, kept)).statusCode).toBe(204)
    expect((await prolong(uid, stage().users.tenantAdmin)).statusCode).toBe(204)
  })

  it('is created for another user only by callers with all permissions: it may do what its user may later', async () => {
    const permissions = ['apiKey.create', 'user.update']
    const metadata = { name: 'Maker of keys' }
    const { tenantAdmin } = stage().users
    await send('POST', '/v1/roles', { metadata, spec: { scope: 'tenant', permissions } }, tenantAdmin)
    const addUser = (email: string) => createUser(test.deps.prisma, { tenantUid: stage().uid, email, roles: [] })
    const [maker, person] = [await addUser('maker@stage.test'), await addUser('keyless@stage.test')]
    await send('PUT', `/v1/users/${maker.uid}/roles`, { roles: ['Maker of keys'] }, tenantAdmin)
    const body = { metadata: { name: 'theirs' }, spec: { userUid: person.uid } }
    expect((await send('POST', '/v1/apiKeys', body, maker)).json().code).toBe('GrantExceedsOwn')
    expect((await send('POST', '/v1/apiKeys', body, tenantAdmin)).statusCode).toBe(201)
  })

  it('is not changed by anybody who may do less than its user', async () => {
    const { tenantAdmin } = stage().users
    const permissions = ['apiKey.create', 'apiKey.update', 'apiKey.delete']
    const metadata = { name: 'Desk of keys' }
    await send('POST', '/v1/roles', { metadata, spec: { scope: 'tenant', permissions } }, tenantAdmin)
    const tenantUid = stage().uid
    const desk = await createUser(test.deps.prisma, { tenantUid, email: 'desk@stage.test', roles: [] })
    await send('PUT', `/v1/users/${desk.uid}/roles`, { roles: ['Desk of keys'] }, tenantAdmin)
    const { uid } = await create('of an administrator', { expiry: LATER }, tenantAdmin)
    const exceeds = async (answer: ReturnType<typeof send>) => (await answer).json().code
    expect(await exceeds(send('PUT', `/v1/apiKeys/${uid}`, { metadata: { name: 'mine' } }, desk))).toBe(
      'GrantExceedsOwn',
    )
    expect(await exceeds(send('PUT', `/v1/apiKeys/${uid}`, { spec: { expiry: null } }, desk))).toBe('GrantExceedsOwn')
    expect(await exceeds(setState(uid, false, desk))).toBe('GrantExceedsOwn')
    expect(await exceeds(send('DELETE', `/v1/apiKeys/${uid}`, undefined, desk))).toBe('GrantExceedsOwn')
    await setState(uid, false, tenantAdmin)
    expect(await exceeds(setState(uid, true, desk))).toBe('GrantExceedsOwn')
    expect(await exceeds(send('PATCH', `/v1/apiKeys/${uid}`, { isActive: true }, desk))).toBe('GrantExceedsOwn')
  })
})

describe('keys as the console lists them', () => {
  interface Listed {
    items: { name: string; state: string; owner: { email: string; isActive: boolean } }[]
    listmeta: { count: number }
  }
  const listed = async (query: string, user?: FixtureUser) =>
    (await send('GET', `/v1/console/apikeys?${query}`, undefined, user)).json<Listed>()

  it('are the caller’s own unless others are requested, which needs the permission', async () => {
    await create('mine to list')
    const { tenantAdmin, projectViewer } = stage().users
    const names = async (query: string, user: FixtureUser) => (await listed(query, user)).items.map(({ name }) => name)
    expect(await names('search=mine to list', projectViewer)).toEqual(['mine to list'])
    expect(await names('search=mine to list', tenantAdmin)).toEqual([])
    expect(await names('search=mine to list&owner=anybody', tenantAdmin)).toEqual(['mine to list'])
    const own = (await listed('owner=anybody', projectViewer)).items
    expect(new Set(own.map(({ owner }) => owner.email))).toEqual(new Set([projectViewer.email]))
  })

  it('say why they are refused, and can be filtered by that', async () => {
    const { prisma } = test.deps
    const { tenantAdmin, projectAdmin } = stage().users
    const { uid: off } = await create('told off')
    await send('PUT', `/v1/apiKeys/${off}/state`, { isActive: false })
    const { uid: late } = await create('told late', { expiry: LATER })
    await prisma.apiKey.update({ where: { uid: late }, data: { expiresAt: new Date(0) } })
    await create('told owner', null, projectAdmin)
    await prisma.user.update({ where: { uid: projectAdmin.uid }, data: { disabledAt: new Date() } })
    const statesOf = async (query: string) =>
      (await listed(`owner=anybody&search=told ${query}`, tenantAdmin)).items.map(({ name, state }) => [name, state])
    expect(await statesOf('')).toEqual([
      ['told late', 'expired'],
      ['told off', 'disabled'],
      ['told owner', 'owner-disabled'],
    ])
    expect(await statesOf('&state=expired')).toEqual([['told late', 'expired']])
    const { items } = await listed('owner=anybody&search=told', tenantAdmin)
    expect(items.map(({ owner }) => owner.isActive)).toEqual([true, true, false])
    await prisma.user.update({ where: { uid: projectAdmin.uid }, data: { disabledAt: null } })
  })
})
