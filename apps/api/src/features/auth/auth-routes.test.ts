import { installedLimits, installLimits } from '@waybill/profile-format'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PASSWORD } from '../../testing/fixtures.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'POST', url: '/v1/console/session', headers, payload: { email, password } })

async function cookieOf(email: string): Promise<Record<string, string>> {
  const response = await signIn(email)
  return Object.fromEntries(response.cookies.map((cookie) => [cookie.name, cookie.value]))
}

const session = (cookies: Record<string, string>) => test.app.inject({ url: '/v1/console/session', cookies })

describe('the console session', () => {
  it('opens with e-mail and password and shows what the user may do where', async () => {
    const { stage } = test.fixtures
    const response = await signIn(stage.users.projectViewer.email)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({
      user: { uid: stage.users.projectViewer.uid, email: stage.users.projectViewer.email },
      tenant: { uid: stage.uid, name: 'Stage' },
      scopes: [{ kind: 'project', uid: stage.projects.default, name: 'Default', roles: ['Project Viewer'] }],
    })
  })

  it('shows the limits of this installation, so that the console refuses nothing that is accepted here', async () => {
    const { stage } = test.fixtures
    const before = installedLimits()
    onTestFinished(() => installLimits(before))
    installLimits({ ...before, fileBytes: 32 * 2 ** 20 })
    const response = await signIn(stage.users.projectViewer.email)
    expect(response.json().limits).toEqual({ ...before, fileBytes: 32 * 2 ** 20 })
  })

  it('lists the tenant first and every project for a user with a role in the tenant', async () => {
    const response = await signIn(test.fixtures.stage.users.tenantAdmin.email)
    const scopes: unknown = response.json().scopes.map((scope: { name: string }) => scope.name)
    expect(scopes).toEqual(['Stage', 'Default', 'Other'])
  })

  it('sets a cookie that scripts cannot read', async () => {
    const response = await signIn(test.fixtures.stage.users.tenantAdmin.email)
    expect(response.cookies[0]).toMatchObject({ name: 'waybill', httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  it('accepts the e-mail in any case', async () => {
    const response = await signIn(test.fixtures.stage.users.tenantAdmin.email.toUpperCase())
    expect(response.statusCode).toBe(200)
  })

  it('is readable with its cookie', async () => {
    const response = await session(await cookieOf(test.fixtures.dev.users.tenantAdmin.email))
    expect(response.json().tenant.name).toBe('Dev')
  })

  it('gets a new token at every sign-in and ends the one that the browser came with', async () => {
    const { email } = test.fixtures.stage.users.projectAdmin
    const before = await cookieOf(email)
    const again = await test.app.inject({
      method: 'POST',
      url: '/v1/console/session',
      cookies: before,
      payload: { email, password: PASSWORD },
    })
    expect(again.cookies[0]?.value).not.toBe(before['waybill'])
    expect((await session(before)).statusCode).toBe(401)
  })

  it('ends on the server at sign-out', async () => {
    const cookies = await cookieOf(test.fixtures.stage.users.projectAdmin.email)
    const response = await test.app.inject({ method: 'DELETE', url: '/v1/console/session', cookies })
    expect(response.statusCode).toBe(204)
    expect((await session(cookies)).statusCode).toBe(401)
  })

  it('ends at its absolute limit', async () => {
    const cookies = await cookieOf(test.fixtures.stage.users.projectAdmin.email)
    await test.deps.prisma.session.updateMany({ data: { expiresAt: new Date(0) } })
    expect((await session(cookies)).statusCode).toBe(401)
  })

  it('ends after two hours without a request', async () => {
    const cookies = await cookieOf(test.fixtures.stage.users.projectAdmin.email)
    await test.deps.prisma.session.updateMany({ data: { lastSeenAt: new Date(0) } })
    expect((await session(cookies)).statusCode).toBe(401)
  })

  it('is stored as a digest only', async () => {
    const cookies = await cookieOf(test.fixtures.stage.users.projectAdmin.email)
    const rows = await test.deps.prisma.session.findMany()
    const stored = rows.map((row) => Buffer.from(row.tokenHash ?? []).toString('latin1')).join()
    expect(stored).not.toContain(cookies['waybill'])
  })

  it('answers a wrong password and an unknown account the same way', async () => {
    const wrong = await signIn(test.fixtures.dev.users.projectViewer.email, 'wrong')
    const unknown = await signIn('nobody@nowhere.test', 'wrong')
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.json().message).toBe(unknown.json().message)
  })

  it('is recorded in the audit log', async () => {
    const { stage } = test.fixtures
    await signIn(stage.users.tenantViewer.email)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { actorUid: stage.users.tenantViewer.uid } })
    expect(events.map((event) => [event.action, event.tenantUid])).toEqual([['login', stage.uid]])
  })
})

describe('requests from another site', () => {
  it('cannot sign a visitor in', async () => {
    const response = await signIn(test.fixtures.stage.users.tenantAdmin.email, PASSWORD, {
      origin: 'https://evil.test',
    })
    expect([response.statusCode, response.json().code]).toEqual([403, 'CrossSiteRequest'])
  })

  it.each([
    ['a foreign origin', { origin: 'https://evil.test' }],
    ['no origin to name', { origin: 'null' }],
    ['a foreign fetch site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
  ])('cannot use the cookie with %s', async (_what, headers) => {
    const cookies = await cookieOf(test.fixtures.stage.users.tenantAdmin.email)
    const response = await test.app.inject({ method: 'DELETE', url: '/v1/console/session', cookies, headers })
    expect([response.statusCode, response.json().code]).toEqual([403, 'CrossSiteRequest'])
  })

  it('may come from this origin', async () => {
    const cookies = await cookieOf(test.fixtures.stage.users.tenantAdmin.email)
    const headers = { origin: 'http://waybill.test:8080', host: 'waybill.test:8080', 'sec-fetch-site': 'same-origin' }
    const response = await test.app.inject({ method: 'DELETE', url: '/v1/console/session', cookies, headers })
    expect(response.statusCode).toBe(204)
  })
})

describe('POST /v1/auth/authenticate', () => {
  const authenticate = async (emailId: string) => {
    const response = await test.app.inject({
      method: 'POST',
      url: '/v1/auth/authenticate',
      payload: { emailId, password: PASSWORD },
    })
    return response.json<{ Authorization: string; isMfa: boolean }>()
  }
  const whoAmI = (authorization: string) => test.app.inject({ url: '/v1/users/info', headers: { authorization } })

  it('returns a token that the Authorization header accepts as it is', async () => {
    const { stage } = test.fixtures
    const { Authorization, isMfa } = await authenticate(stage.users.projectAdmin.email)
    const response = await whoAmI(Authorization)
    expect(isMfa).toBe(false)
    expect(response.json()).toEqual({ orgName: 'Stage', tenantUid: stage.uid, userUid: stage.users.projectAdmin.uid })
  })

  it('returns a token that may follow Bearer', async () => {
    const { Authorization } = await authenticate(test.fixtures.stage.users.projectAdmin.email)
    expect((await whoAmI(`Bearer ${Authorization}`)).statusCode).toBe(200)
  })

  it('returns a token that ends with its user', async () => {
    const { uid, email } = test.fixtures.dev.users.projectAdmin
    const { Authorization } = await authenticate(email)
    await test.deps.prisma.user.update({ where: { uid }, data: { disabledAt: new Date() } })
    expect((await whoAmI(Authorization)).statusCode).toBe(401)
  })
})

describe('guessing passwords', () => {
  it('is stopped per account and address, and says when to try again', async () => {
    const { email } = test.fixtures.dev.users.tenantViewer
    const guess = (remoteAddress: string, password: string) =>
      test.app.inject({ method: 'POST', url: '/v1/console/session', remoteAddress, payload: { email, password } })
    for (let index = 0; index < 8; index += 1) await guess('192.0.2.1', 'wrong')
    const stopped = await guess('192.0.2.1', PASSWORD)
    expect([stopped.statusCode, stopped.json().code]).toEqual([429, 'TooManyRequests'])
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(0)
    expect((await guess('192.0.2.2', PASSWORD)).statusCode).toBe(200)
  })
})

describe('a page of the console', () => {
  it('is refused once its browser is signed in as somebody else', async () => {
    const { tenantAdmin, projectAdmin } = test.fixtures.stage.users
    const cookies = await cookieOf(projectAdmin.email)
    const ask = (user: string) =>
      test.app.inject({ url: '/v1/console/session', cookies, headers: { 'session-user': user } })
    expect((await ask(projectAdmin.uid)).statusCode).toBe(200)
    const refused = await ask(tenantAdmin.uid)
    expect([refused.statusCode, refused.json().code]).toEqual([401, 'SessionChanged'])
  })
})

describe('API keys', () => {
  it('are accepted in a header of any case', async () => {
    const { apiKey } = test.fixtures.stage.users.tenantAdmin
    const response = await test.app.inject({ url: '/v1/users/info', headers: { ApiKey: apiKey } })
    expect(response.statusCode).toBe(200)
  })

  it.each([
    ['a wrong secret', (key: string) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
    ['another public id', (key: string) => `0000000000000000${key.slice(16)}`],
    ['no secret', (key: string) => key.slice(0, 17)],
    ['nothing like a key', () => 'x'],
  ])('are refused with %s', async (_what, change) => {
    const apikey = change(test.fixtures.stage.users.tenantAdmin.apiKey)
    const response = await test.app.inject({ url: '/v1/users/info', headers: { apikey } })
    expect([response.statusCode, response.json().code]).toEqual([401, 'Unauthenticated'])
    expect(response.body).not.toContain(apikey)
  })

  it.each([
    ['revoked', { revokedAt: new Date() }],
    ['expired', { expiresAt: new Date(0) }],
  ])('are refused once %s', async (_what, data) => {
    const { uid, apiKey } = test.fixtures.dev.users.projectViewer
    await test.deps.prisma.apiKey.updateMany({
      where: { userUid: uid },
      data: { revokedAt: null, expiresAt: null, ...data },
    })
    const response = await test.app.inject({ url: '/v1/users/info', headers: { apikey: apiKey } })
    expect(response.statusCode).toBe(401)
  })

  it('take precedence over a valid session beside them', async () => {
    const cookies = await cookieOf(test.fixtures.stage.users.tenantAdmin.email)
    const response = await test.app.inject({ url: '/v1/users/info', cookies, headers: { apikey: 'x' } })
    expect(response.statusCode).toBe(401)
  })
})

describe('projects', () => {
  const lists = ['/v1/dashboard/projects/metadata', '/v1/dashboard/projects', '/v1/projects']
  it.each(lists)('%s lists what the caller may enter', async (url) => {
    const { stage } = test.fixtures
    const names = async (headers: Record<string, string>) =>
      (await test.app.inject({ url, headers }))
        .json()
        .items.map((item: { metadata: { name: string } }) => item.metadata.name)
    expect(await names(as(stage.users.tenantAdmin))).toEqual(['Default', 'Other'])
    expect(await names(as(stage.users.projectViewer))).toEqual(['Default'])
  })
})
