import { describe, expect, it } from 'vitest'
import type { FixtureUser } from '../../testing/fixtures.ts'
import { addHolder } from '../../testing/own-roles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const url = '/v1/console/tenant'
const stage = () => test.fixtures.stage
const get = (user: FixtureUser) => test.app.inject({ url, headers: as(user) })
const put = (settings: object, user = stage().users.tenantAdmin) =>
  test.app.inject({ method: 'PUT', url, headers: as(user), payload: settings })
const asItWas = { name: 'Stage', colour: 'blue', keepsPublished: false }

describe('GET /v1/console/tenant', () => {
  it("shows everybody their own tenant's settings", async () => {
    const body = { uid: stage().uid, ...asItWas, registriesMustMatch: false }
    expect((await get(stage().users.projectViewer)).json()).toEqual(body)
    expect((await get(test.fixtures.dev.users.tenantAdmin)).json().name).toBe('Dev')
  })
})

describe('PUT /v1/console/tenant', () => {
  it('changes the settings, for the session too, and writes an audit event', async () => {
    const settings = { name: 'Quay', colour: 'red', keepsPublished: true }
    const response = await put({ ...settings, name: ' Quay ' })
    expect([response.statusCode, response.body]).toEqual([204, ''])
    expect((await get(stage().users.projectViewer)).json()).toMatchObject(settings)
    const session = await test.app.inject({ url: '/v1/console/session', headers: as(stage().users.projectViewer) })
    expect(session.json().tenant).toEqual({ uid: stage().uid, ...settings })
    const event = await test.deps.prisma.auditEvent.findUnique({ where: { uid: String(response.headers['audituid']) } })
    expect(event).toMatchObject({ action: 'update', resourceKind: 'tenant', resourceUid: stage().uid })
    expect(JSON.parse(event?.details ?? '')).toEqual({
      changed: ['name', 'colour', 'keepsPublished'],
      keepsPublished: true,
      registriesMustMatch: false,
    })
    await put(asItWas)
  })

  it('keeps whether registries must match if the request does not say', async () => {
    const matching = async () => (await get(stage().users.tenantAdmin)).json().registriesMustMatch
    await put({ ...asItWas, registriesMustMatch: true })
    await put(asItWas)
    expect(await matching()).toBe(true)
    await put({ ...asItWas, registriesMustMatch: false })
    expect(await matching()).toBe(false)
  })

  it('refuses the name of another tenant, and writes nothing', async () => {
    const events = await test.deps.prisma.auditEvent.count()
    const response = await put({ ...asItWas, name: 'Dev', keepsPublished: true })
    expect([response.statusCode, response.json().code]).toEqual([409, 'TenantExists'])
    expect((await get(stage().users.tenantAdmin)).json()).toMatchObject(asItWas)
    expect(await test.deps.prisma.auditEvent.count()).toBe(events)
  })

  it('is for users who may change the tenant, which permission to change roles does not include', async () => {
    expect((await put(asItWas, await addHolder(test, ['role.update']))).json().code).toBe('Forbidden')
    expect((await put(asItWas, await addHolder(test, ['tenant.update']))).statusCode).toBe(204)
  })

  it('is for administrators of the tenant among the built-in roles', async () => {
    const { tenantViewer, projectAdmin } = stage().users
    for (const user of [tenantViewer, projectAdmin]) {
      expect((await put({ ...asItWas, keepsPublished: true }, user)).json().code).toBe('Forbidden')
    }
    expect((await get(tenantViewer)).json()).toMatchObject(asItWas)
  })

  it.each([
    ['name', { name: '  ' }],
    ['name', { name: 'Sta\u0085ge' }],
    ['name', { name: '\u2800' }],
    ['colour', { colour: 'mauve' }],
    ['keepsPublished', { keepsPublished: 'yes' }],
  ])('names the field %s if it is wrong', async (path, change) => {
    const response = await put({ ...asItWas, ...change })
    expect(response.statusCode).toBe(422)
    expect(response.json().details).toMatchObject([{ path }])
  })
})
