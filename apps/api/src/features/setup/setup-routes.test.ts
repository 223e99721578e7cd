import { describe, expect, it } from 'vitest'
import { setupCodeOf } from '../../platform/access/credentials/setup-code.ts'
import { buildTestApp, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const PASSWORD = 'a long enough password'
let addresses = 0
/** Each from an address of its own, so that tests do not share a rate limit. */
const post = (body: object, remoteAddress = `198.51.100.${(addresses += 1)}`) =>
  test.app.inject({ method: 'POST', url: '/v1/console/setup', payload: body, remoteAddress })

const request = (changes: object = {}) => ({
  code: setupCodeOf(test.deps.cipher),
  tenantName: 'Acme',
  email: 'Root@Acme.test',
  password: PASSWORD,
  ...changes,
})
const signIn = (email: string) =>
  test.app.inject({ method: 'POST', url: '/v1/console/session', payload: { email, password: PASSWORD } })

describe('GET /v1/console/setup', () => {
  it('says that nothing is needed once there is a tenant', async () => {
    expect((await test.app.inject('/v1/console/setup')).json()).toEqual({ isNeeded: false, hasSso: false })
  })

  it('says that the first tenant is needed while there is none', async () => {
    const empty = await buildTestApp()
    await empty.deps.prisma.tenant.deleteMany()
    const response = await empty.app.inject('/v1/console/setup')
    await empty.close()
    expect(response.json()).toEqual({ isNeeded: true, hasSso: false })
  })
})

describe('POST /v1/console/setup', () => {
  it('creates a tenant, its project, its Public Repo and an admin who can sign in', async () => {
    const response = await post(request())
    expect(response.statusCode).toBe(201)
    const { tenantUid } = response.json()
    const db = test.deps.tenantDb(tenantUid)
    expect(await db.project.findMany({ select: { name: true } })).toEqual([{ name: 'Default' }])
    expect(await db.registry.findMany()).toMatchObject([
      { name: 'Public Repo', kind: 'pack', scope: 'system', isDefault: true, endpoint: '', isSyncSupported: false },
    ])
    expect(await db.auditEvent.findMany()).toMatchObject([
      { action: 'create', resourceKind: 'tenant', resourceUid: tenantUid, uid: response.headers['audituid'] },
    ])
    const session = await signIn('root@acme.test')
    expect(session.json().tenant).toMatchObject({ uid: tenantUid, name: 'Acme' })
    expect(session.json().scopes[0].roles).toEqual(['Tenant Admin'])
  })

  it('accepts the code however it was typed', async () => {
    const code = setupCodeOf(test.deps.cipher).replaceAll('-', ' ').toLowerCase()
    expect((await post(request({ code, tenantName: 'Typed', email: 'typed@acme.test' }))).statusCode).toBe(201)
  })

  it('refuses a wrong code and creates nothing', async () => {
    const before = await test.deps.prisma.tenant.count()
    const response = await post(request({ code: 'AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', tenantName: 'Never' }))
    expect([response.statusCode, response.json().code]).toEqual([403, 'SetupCodeWrong'])
    expect(await test.deps.prisma.tenant.count()).toBe(before)
  })

  it('refuses a name that is taken', async () => {
    const response = await post(request({ tenantName: 'Stage', email: 'new@acme.test' }))
    expect([response.statusCode, response.json().code]).toEqual([409, 'TenantExists'])
  })

  it('accepts an e-mail that another tenant has, and reveals that to nobody', async () => {
    const { email } = test.fixtures.stage.users.tenantAdmin
    expect((await post(request({ tenantName: 'Other', email: email.toUpperCase() }))).statusCode).toBe(201)
  })

  it('stops counting an address’s attempts at five', async () => {
    const statuses = []
    for (let attempt = 0; attempt < 6; attempt += 1) {
      statuses.push((await post(request({ code: `wrong ${attempt}` }), '192.0.2.7')).statusCode)
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429])
  })

  it('refuses requests of another site’s page', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/v1/console/setup',
      payload: request(),
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(response.json().code).toBe('CrossSiteRequest')
  })

  it('gets the first answer if it is sent again with its Idempotency-Key', async () => {
    const payload = request({ tenantName: 'Again', email: 'again@acme.test' })
    const send = (body: object) => {
      const remoteAddress = `198.51.100.${(addresses += 1)}`
      const headers = { 'idempotency-key': 'setup-of-Again' }
      return test.app.inject({ method: 'POST', url: '/v1/console/setup', payload: body, headers, remoteAddress })
    }
    expect((await send({ ...payload, code: 'wrong' })).statusCode).toBe(403)
    const first = await send(payload)
    const again = await send(payload)
    expect([first.statusCode, again.statusCode, again.headers['idempotency-replayed']]).toEqual([201, 201, 'true'])
    expect(again.body).toBe(first.body)
    expect(again.headers['audituid']).toBe(first.headers['audituid'])
    expect((await send({ ...payload, password: 'another long password' })).json().code).toBe('IdempotencyKeyReused')
    expect(await test.deps.prisma.tenant.count({ where: { name: 'Again' } })).toBe(1)
  })

  it('creates one tenant for many concurrent requests', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, i) => post(request({ tenantName: 'Race', email: `race${i}@acme.test` }))),
    )
    expect(all.map((response) => response.statusCode).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array<number>(7).fill(409),
    ])
  })
})
