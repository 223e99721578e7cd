import { describe, expect, it } from 'vitest'
import { createUser, PASSWORD } from '../../testing/fixtures.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const EMAIL = 'ada@both.test'

const test = await openTestApp()
for (const { uid } of [test.fixtures.stage, test.fixtures.dev])
  await createUser(test.deps.prisma, {
    tenantUid: uid,
    email: EMAIL,
    roles: [{ scopeUid: uid, role: 'Tenant Viewer' }],
  })

const authenticate = (body: object) =>
  test.app.inject({
    method: 'POST',
    url: '/v1/auth/authenticate',
    payload: { emailId: EMAIL, password: PASSWORD, ...body },
  })
const signIn = (body: object) =>
  test.app.inject({
    method: 'POST',
    url: '/v1/console/session',
    payload: { email: EMAIL, password: PASSWORD, ...body },
  })

describe('an e-mail of several tenants', () => {
  it('needs the tenant’s name after the password', async () => {
    for (const answer of [await signIn({}), await authenticate({})]) {
      const { code, details } = answer.json<{ code: string; details: { params: { tenant: string } }[] }>()
      expect([answer.statusCode, code]).toEqual([409, 'TenantNeeded'])
      expect(details.map(({ params }) => params.tenant)).toEqual(['Dev', 'Stage'])
    }
  })

  it('opens the named tenant', async () => {
    expect((await signIn({ tenant: 'Dev' })).json().tenant.uid).toBe(test.fixtures.dev.uid)
    const { Authorization } = (await authenticate({ org: 'Stage' })).json()
    const info = await test.app.inject({ url: '/v1/users/info', headers: { authorization: Authorization } })
    expect(info.json().orgName).toBe('Stage')
  })

  it('reveals nothing without the password', async () => {
    expect((await signIn({ password: 'wrong' })).json().code).toBe('InvalidCredentials')
  })

  it('opens neither a tenant without the user nor one that has disabled them', async () => {
    expect((await signIn({ tenant: 'Elsewhere' })).json().code).toBe('InvalidCredentials')
    const where = { tenantUid_email: { tenantUid: test.fixtures.dev.uid, email: EMAIL } }
    await test.deps.prisma.user.update({ where, data: { disabledAt: new Date() } })
    expect((await signIn({})).json().tenant.name).toBe('Stage')
    await test.deps.prisma.user.update({ where, data: { disabledAt: null } })
  })
})

describe('a new user', () => {
  it('may have an e-mail that exists in another tenant, which is not revealed', async () => {
    const { stage, dev } = test.fixtures
    const answer = await test.app.inject({
      method: 'POST',
      url: '/v1/users',
      headers: as(stage.users.tenantAdmin),
      payload: { spec: { emailId: dev.users.tenantAdmin.email } },
    })
    expect(answer.statusCode).toBe(201)
    const signedIn = await signIn({ email: dev.users.tenantAdmin.email })
    expect(signedIn.json().tenant.name).toBe('Dev')
  })
})
