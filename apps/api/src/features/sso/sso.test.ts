import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createUser, PASSWORD } from '../../testing/fixtures.ts'
import { CLIENT, startIdentityProvider, type TestIdentityProvider } from '../../testing/outside/identity-provider.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'
import { signInAtProvider } from '../../testing/outside/sign-in-at-provider.ts'

const CONSOLE = 'http://waybill.test'

let provider: TestIdentityProvider
/** A provider that a test stops. */
let failing: TestIdentityProvider
let test: TestApp
beforeAll(async () => {
  const redirectUris = [`${CONSOLE}/login`]
  provider = await startIdentityProvider({ redirectUris })
  failing = await startIdentityProvider({ redirectUris })
  // The first request warms a provider up, which may take it a moment.
  for (const { issuer } of [provider, failing]) await fetch(`${issuer}/.well-known/openid-configuration`)
  const hosts = `${provider.host},${failing.host}`
  test = await buildTestApp({ settings: { ALLOWED_HOSTS: hosts, PUBLIC_URL: CONSOLE } })
})
beforeEach(async () => {
  await save({ groupRoles: [], syncsTeams: false })
})
afterAll(async () => {
  await test.close()
  await provider.stop()
})

const settings = (change: object = {}) => ({
  isEnabled: true,
  issuer: provider.issuer,
  clientId: CLIENT.id,
  clientSecret: CLIENT.secret,
  scopes: ['email', 'profile'],
  claims: { email: 'email', firstName: 'given_name', lastName: 'family_name', groups: 'groups' },
  domains: ['stage.test'],
  usesUserInfo: false,
  ca: '',
  ...change,
})
const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const save = (change: object = {}) =>
  test.app.inject({ method: 'PUT', url: '/v1/console/sso', headers: admin(), payload: settings(change) })
const tryOut = async (change: object = {}) =>
  (
    await test.app.inject({ method: 'POST', url: '/v1/console/sso/test', headers: admin(), payload: settings(change) })
  ).json<{ problem: string | null; code?: string }>()

const start = (emailOrTenant: string) =>
  test.app.inject({ method: 'POST', url: '/v1/console/session/sso/start', payload: { emailOrTenant } })

interface Begun {
  location: string
  cookie: string
}
async function begin(emailOrTenant = 'Stage'): Promise<Begun> {
  const answer = await start(emailOrTenant)
  return { location: answer.json<{ location: string }>().location, cookie: answer.cookies[0]?.value ?? '' }
}
const finish = (answer: string, cookie: string) =>
  test.app.inject({
    method: 'POST',
    url: '/v1/console/session/sso',
    cookies: { 'waybill-sso': cookie },
    payload: { answer },
  })

let count = 0
const newName = () => `person${(count += 1)}`
/** A whole sign-in, as in a browser. */
async function signInAs(name: string) {
  const { location, cookie } = await begin()
  return finish(await signInAtProvider(location, name), cookie)
}
const refusals = (email: string) =>
  test.deps.prisma.auditEvent.findMany({ where: { action: 'refuse-login', resourceName: email } })
const usersOf = (email: string) => test.deps.prisma.user.findMany({ where: { email } })

describe('a sign-in at the provider', () => {
  it('creates the user the first time and recognises them the next, whatever their e-mail is then', async () => {
    const name = newName()
    provider.people.set(name, { email: `${name}@stage.test` })
    const first = await signInAs(name)
    expect(first.statusCode).toBe(200)
    expect(first.json()).toMatchObject({
      user: { email: `${name}@stage.test`, firstName: 'Kim', lastName: 'Scratch' },
      tenant: { name: 'Stage' },
      scopes: [],
    })
    provider.people.set(name, { email: 'moved@elsewhere.test', emailVerified: false })
    expect((await signInAs(name)).json().user.uid).toBe(first.json().user.uid)
    const [user] = await usersOf(`${name}@stage.test`)
    const events = await test.deps.prisma.auditEvent.findMany({
      where: { resourceUid: user?.uid ?? '' },
      orderBy: { at: 'asc' },
    })
    expect(events.map(({ action, details }): unknown => [action, JSON.parse(details)])).toEqual([
      ['create', { what: 'account', via: 'single sign-on' }],
      ['login', { via: 'single sign-on' }],
      ['login', { via: 'single sign-on' }],
    ])
  })

  it('finds the user with the verified e-mail, who keeps their roles and password', async () => {
    const { stage } = test.fixtures
    const name = newName()
    const email = `${name}@stage.test`
    const roles = [{ scopeUid: stage.uid, role: 'Tenant Viewer' }]
    const { uid } = await createUser(test.deps.prisma, { tenantUid: stage.uid, email, roles })
    provider.people.set(name, { email: email.toUpperCase() })
    const answer = await signInAs(name)
    expect(answer.json()).toMatchObject({ user: { uid }, scopes: [{ roles: ['Tenant Viewer'] }, {}, {}] })
    const byPassword = await test.app.inject({
      method: 'POST',
      url: '/v1/console/session',
      payload: { email, password: PASSWORD },
    })
    expect(byPassword.statusCode).toBe(200)
  })

  it('ends what an account’s creator may know once its groups may do more than they', async () => {
    const { prisma } = test.deps
    const { stage } = test.fixtures
    await save({ groupRoles: [{ group: 'bosses', role: 'Tenant Admin' }] })
    const name = newName()
    const email = `${name}@stage.test`
    const desk = await createUser(prisma, { tenantUid: stage.uid, email: `desk-${email}`, roles: [] })
    const { uid, apiKey } = await createUser(prisma, { tenantUid: stage.uid, email, roles: [] })
    await prisma.user.update({ where: { uid }, data: { passwordLinkBy: desk.uid } })
    const opens = async () => {
      const payload = { email, password: PASSWORD }
      const byPassword = await test.app.inject({ method: 'POST', url: '/v1/console/session', payload })
      const byKey = await test.app.inject({ url: '/v1/users/me', headers: { apikey: apiKey } })
      return [byPassword.statusCode, byKey.statusCode]
    }
    provider.people.set(name, { email, groups: [] })
    await signInAs(name)
    expect(await opens()).toEqual([200, 200])
    provider.people.set(name, { email, groups: ['bosses'] })
    expect((await signInAs(name)).statusCode).toBe(200)
    expect(await opens()).toEqual([401, 401])
  })

  it('grants and takes away the roles of groups, and leaves other roles and the last administrator', async () => {
    const { stage } = test.fixtures
    const groupRoles = [
      { group: 'viewers', role: 'Tenant Viewer' },
      { group: 'admins', role: 'Tenant Admin' },
    ]
    expect((await save({ groupRoles: [{ group: 'x', role: 'No Role' }] })).json().code).toBe('InvalidRequest')
    await save({ groupRoles })
    const name = newName()
    const email = `${name}@stage.test`
    const rolesAs = async (groups: string[]) => {
      provider.people.set(name, { email, groups })
      return (await signInAs(name)).json<{ scopes: { roles: string[] }[] }>().scopes[0]?.roles ?? []
    }
    expect(await rolesAs(['viewers', 'nobodys'])).toEqual(['Tenant Viewer'])
    const [user] = await usersOf(email)
    const held = { userUid: user?.uid ?? '', tenantUid: stage.uid, scopeUid: stage.uid }
    await test.deps.prisma.roleBinding.create({ data: { ...held, role: 'Tenant Project Admin' } })
    expect(await rolesAs(['admins'])).toEqual(['Tenant Admin', 'Tenant Project Admin'])
    const others = { role: 'Tenant Admin', tenantUid: stage.uid, NOT: { userUid: held.userUid } }
    const kept = await test.deps.prisma.roleBinding.findMany({ where: others })
    await test.deps.prisma.roleBinding.deleteMany({ where: others })
    expect(await rolesAs([])).toEqual(['Tenant Admin', 'Tenant Project Admin'])
    await test.deps.prisma.roleBinding.createMany({ data: kept })
    expect(await rolesAs([])).toEqual(['Tenant Project Admin'])
  })

  it('adds people to the teams of their groups and removes them again, but not those that people added', async () => {
    const { stage } = test.fixtures
    const { prisma } = test.deps
    const makeTeam = async (name: string) => {
      const uid = name.padEnd(24, '0')
      await prisma.team.create({ data: { uid, tenantUid: stage.uid, name } })
      return uid
    }
    await makeTeam('platform')
    const byHand = await makeTeam('byhand')
    const name = newName()
    const email = `${name}@stage.test`
    const teamsAs = async (groups: string[]) => {
      provider.people.set(name, { email, groups })
      expect((await signInAs(name)).statusCode).toBe(200)
      const members = await prisma.teamMember.findMany({ where: { user: { email } }, select: { team: true } })
      return members.map(({ team }) => team.name).toSorted()
    }
    expect(await teamsAs(['platform', 'nobodys'])).toEqual(['platform'])
    const [user] = await usersOf(email)
    await prisma.teamMember.create({ data: { teamUid: byHand, userUid: user?.uid ?? '', tenantUid: stage.uid } })
    expect(await teamsAs(['byhand'])).toEqual(['byhand'])
    expect(await teamsAs([])).toEqual(['byhand'])
    await save({ syncsTeams: true })
    expect(await teamsAs(['nobodys'])).toEqual(['byhand', 'nobodys'])
    await save({ syncsTeams: false, claims: { email: 'email', firstName: '', lastName: '', groups: '' } })
    expect(await teamsAs([])).toEqual(['byhand', 'nobodys'])
  })

  it('keeps the last administrator in the team that makes them one', async () => {
    const { stage } = test.fixtures
    const { prisma } = test.deps
    const team = { uid: 'keepers'.padEnd(24, '0'), tenantUid: stage.uid, name: 'keepers' }
    await prisma.team.create({ data: team })
    const role = { tenantUid: stage.uid, scopeUid: stage.uid, role: 'Tenant Admin' }
    await prisma.teamRole.create({ data: { ...role, teamUid: team.uid } })
    const name = newName()
    const email = `${name}@stage.test`
    const isAdminAs = async (groups: string[]) => {
      provider.people.set(name, { email, groups })
      await signInAs(name)
      return (await prisma.teamMember.count({ where: { teamUid: team.uid, user: { email } } })) === 1
    }
    expect(await isAdminAs(['keepers'])).toBe(true)
    const kept = await prisma.roleBinding.findMany({ where: role })
    await prisma.roleBinding.deleteMany({ where: role })
    expect(await isAdminAs([])).toBe(true)
    await prisma.roleBinding.createMany({ data: kept })
    expect(await isAdminAs([])).toBe(false)
  })

  it('reads claims from the UserInfo endpoint if so configured', async () => {
    await save({ usesUserInfo: true })
    const name = newName()
    provider.people.set(name, { email: `${name}@stage.test` })
    expect((await signInAs(name)).statusCode).toBe(200)
  })

  it.each([
    ['SsoEmailMissing', { email: 'unverified@stage.test', emailVerified: false }, ''],
    ['SsoEmailForeign', { email: 'somebody@elsewhere.test' }, 'somebody@elsewhere.test'],
  ])('is refused with %s, and no user is created', async (code, person, known) => {
    const name = newName()
    provider.people.set(name, person)
    const answer = await signInAs(name)
    expect([answer.statusCode, answer.json().code]).toEqual([403, code])
    expect(answer.cookies.map(({ name: cookie }) => cookie)).toEqual(['waybill-sso'])
    expect(await usersOf(person.email)).toEqual([])
    expect((await refusals(known)).map(({ details }): unknown => JSON.parse(details))).toContainEqual({
      via: 'single sign-on',
      code,
      address: '127.0.0.1',
    })
  })

  it('is refused to a user who is disabled here', async () => {
    const name = newName()
    const email = `${name}@stage.test`
    provider.people.set(name, { email })
    await signInAs(name)
    await test.deps.prisma.user.updateMany({ where: { email }, data: { disabledAt: new Date() } })
    expect((await signInAs(name)).json().code).toBe('SsoAccountDisabled')
    expect(await refusals(email)).toHaveLength(1)
  })
})

describe('the response that a browser brings back', () => {
  const known = async () => {
    const name = newName()
    provider.people.set(name, { email: `${name}@stage.test` })
    return name
  }

  it('is valid in the browser that began, and once', async () => {
    const { location, cookie } = await begin()
    const answer = await signInAtProvider(location, await known())
    expect((await finish(answer, '')).json().code).toBe('SsoExpired')
    const other = await begin()
    expect((await finish(answer, other.cookie)).json().code).toBe('SsoDenied')
    expect((await finish(answer, cookie)).statusCode).toBe(200)
    expect((await finish(answer, cookie)).json().code).toBe('SsoDenied')
  })

  it('cannot be the code of another sign-in, even with one’s own state', async () => {
    const mine = await begin()
    const theirs = await begin()
    const answer = new URLSearchParams(await signInAtProvider(theirs.location, await known()))
    answer.set('state', new URL(mine.location).searchParams.get('state') ?? '')
    expect((await finish(answer.toString(), mine.cookie)).json().code).toBe('SsoDenied')
  })

  it('may be the provider’s denial', async () => {
    const { location, cookie } = await begin()
    const state = new URL(location).searchParams.get('state') ?? ''
    const answer = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })
    expect((await finish(answer.toString(), cookie)).json().code).toBe('SsoDenied')
  })

  it('is invalid once single sign-on is switched off', async () => {
    const { location, cookie } = await begin()
    const answer = await signInAtProvider(location, await known())
    await save({ isEnabled: false })
    expect((await finish(answer, cookie)).json().code).toBe('SsoNotFound')
  })

  it('follows a request with PKCE, state and nonce, and returns to PUBLIC_URL', async () => {
    const { searchParams } = new URL((await begin()).location)
    expect(Object.fromEntries(searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      redirect_uri: `${CONSOLE}/login`,
      scope: 'openid email profile',
      state: expect.stringMatching(/^.{40,}$/) as string,
      nonce: expect.stringMatching(/^.{40,}$/) as string,
    })
  })
})

describe('a search for a tenant', () => {
  it.each(['nobody@nowhere.test', 'Nowhere', 'Dev', 'stage'])('has the same answer for %s', async (wanted) => {
    const answer = await start(wanted)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'SsoNotFound'])
  })

  it('finds one by the domain of an e-mail, whether or not there is such a user', async () => {
    expect((await start('Nobody@STAGE.test')).statusCode).toBe(200)
  })

  it('needs the name if two tenants have a domain', async () => {
    const { dev } = test.fixtures
    const payload = settings({ domains: ['stage.test'] })
    const headers = as(dev.users.tenantAdmin)
    await test.app.inject({ method: 'PUT', url: '/v1/console/sso', headers, payload })
    const asked = await start('nobody@stage.test')
    expect([asked.statusCode, asked.json().code]).toEqual([409, 'SsoTenantNeeded'])
    expect(asked.body).not.toMatch(/Stage|Dev/)
    expect((await start('Stage')).statusCode).toBe(200)
    expect((await start('Dev')).statusCode).toBe(200)
    await test.app.inject({ method: 'PUT', url: '/v1/console/sso', headers, payload: { ...payload, isEnabled: false } })
  })

  it('works as clients of Palette do it', async () => {
    const way = async (orgName: string) => (await test.app.inject({ url: `/v1/auth/org?orgName=${orgName}` })).json()
    expect(await way('Nowhere')).toEqual({ orgName: 'Nowhere', authType: 'password', redirectUrl: '', ssoLogins: [] })
    expect(await way('Stage')).toMatchObject({ authType: 'sso', redirectUrl: `${CONSOLE}/login?tenant=Stage` })
  })
})

describe('the settings', () => {
  it('never show the secret, and store it encrypted', async () => {
    const url = `/v1/tenants/${test.fixtures.stage.uid}/oidc/config`
    for (const asked of ['/v1/console/sso', url]) {
      const { body } = await test.app.inject({ url: asked, headers: admin() })
      expect(body).not.toContain(CLIENT.secret)
    }
    const [row] = await test.deps.prisma.ssoSettings.findMany({ where: { tenantUid: test.fixtures.stage.uid } })
    expect(Buffer.from(row?.clientSecret ?? []).toString('latin1')).not.toContain(CLIENT.secret)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: test.fixtures.stage.uid } })
    expect(JSON.stringify(events)).not.toContain(CLIENT.secret)
  })

  it('keep the secret for the issuer that it was entered for, and for no other', async () => {
    expect((await save({ clientSecret: undefined, scopes: ['email'] })).statusCode).toBe(204)
    expect(await tryOut({ clientSecret: undefined })).toEqual({ problem: null })
    const elsewhere = { clientSecret: undefined, issuer: 'https://elsewhere.example.com' }
    expect((await save(elsewhere)).json().code).toBe('SsoSecretNeeded')
    expect((await tryOut(elsewhere)).code).toBe('SsoSecretNeeded')
  })

  it.each(['http://10.0.0.1', 'https://localhost', 'http://login.example.com', 'nothing'])(
    'refuse the issuer %s',
    async (issuer) => {
      expect((await save({ issuer })).json().code).toBe('ForbiddenUrl')
    },
  )

  it('need a domain before they are switched on', async () => {
    expect((await save({ domains: [] })).json().code).toBe('InvalidRequest')
  })

  it('are for users who may change the tenant', async () => {
    const headers = as(test.fixtures.stage.users.tenantViewer)
    expect((await test.app.inject({ url: '/v1/console/sso', headers })).statusCode).toBe(403)
  })

  it('are changed by Palette’s operations, which keep what they do not name', async () => {
    const url = `/v1/tenants/${test.fixtures.stage.uid}/oidc/config`
    const post = (payload: object, to = url) => test.app.inject({ method: 'POST', url: to, headers: admin(), payload })
    expect((await post({ clientSecret: '********', scopes: ['email'] })).statusCode).toBe(204)
    const read = (await test.app.inject({ url, headers: admin() })).json()
    expect(read).toMatchObject({ isSsoEnabled: true, scopes: ['email'], clientSecret: '********', clientId: CLIENT.id })
    expect((await post({ issuerTls: { insecureSkipVerify: true } })).json().code).toBe('NotSupported')
    expect((await post({ syncSsoTeams: true })).statusCode).toBe(204)
    expect((await test.app.inject({ url, headers: admin() })).json().syncSsoTeams).toBe(true)
    expect((await post({ syncSsoTeams: false })).statusCode).toBe(204)
    const domains = url.replace('/oidc/config', '/domains')
    expect((await post({ domains: ['stage.test', 'Other.test'] }, domains)).statusCode).toBe(204)
    const stored = (await test.app.inject({ url: domains, headers: admin() })).json()
    expect(stored).toEqual({ domains: ['stage.test', 'other.test'] })
  })

  it('for SAML are refused with a code that says so, those of other tenants as not found', async () => {
    const ask = async (method: 'GET' | 'POST', tenantUid: string) => {
      const payload = method === 'POST' ? { payload: { identityProvider: 'ADFS', isSsoEnabled: true } } : {}
      const url = `/v1/tenants/${tenantUid}/saml/config`
      return (await test.app.inject({ method, url, headers: admin(), ...payload })).json<{
        code: string
        message: string
      }>()
    }
    const { stage, dev } = test.fixtures
    for (const method of ['GET', 'POST'] as const) {
      expect(await ask(method, stage.uid)).toMatchObject({
        code: 'NotSupported',
        message: expect.stringMatching(/SAML.*OpenID Connect/),
      })
      expect(await ask(method, dev.uid)).toMatchObject({ code: 'ResourceNotFound' })
    }
  })
})

describe('the test of a provider', () => {
  it.each([
    ['null', {}, null],
    ['client-refused for a wrong secret', { clientSecret: 'wrong' }, 'client-refused'],
    ['client-refused for an unknown client', { clientId: 'unknown' }, 'client-refused'],
  ])('reports %s', async (_what, change, problem) => {
    expect(await tryOut(change)).toEqual({ problem })
  })

  it('reports that there is no provider at a path, without the answer from there', async () => {
    expect(await tryOut({ issuer: `${provider.issuer}/nothing` })).toEqual({ problem: 'not-a-provider' })
  })
})

describe('a provider that is down', () => {
  it('is reported as down, and passwords still work', async () => {
    const { issuer } = failing
    await save({ issuer })
    const name = newName()
    failing.people.set(name, { email: `${name}@stage.test` })
    const { location, cookie } = await begin()
    const answer = await signInAtProvider(location, name)
    await failing.stop()
    expect((await finish(answer, cookie)).json().code).toBe('SsoProviderDown')
    expect((await start('Stage')).json().code).toBe('SsoProviderDown')
    expect(await tryOut({ issuer })).toEqual({ problem: 'unreachable' })
    const { email } = test.fixtures.stage.users.tenantAdmin
    const byPassword = await test.app.inject({
      method: 'POST',
      url: '/v1/console/session',
      headers: { origin: CONSOLE },
      payload: { email, password: PASSWORD },
    })
    expect(byPassword.statusCode).toBe(200)
  })
})
