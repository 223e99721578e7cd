import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createUser } from '../../../testing/fixtures.ts'
import {
  CLIENT,
  type ProviderPerson,
  startIdentityProvider,
  type TestIdentityProvider,
} from '../../../testing/outside/identity-provider.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'
import { signInAtProvider } from '../../../testing/outside/sign-in-at-provider.ts'

const CONSOLE = 'http://waybill.test'
const KELVIN = '\u212A'

let provider: TestIdentityProvider
let test: TestApp
beforeAll(async () => {
  provider = await startIdentityProvider({ redirectUris: [`${CONSOLE}/login`] })
  test = await buildTestApp({ settings: { ALLOWED_HOSTS: provider.host, PUBLIC_URL: CONSOLE } })
  await save()
})
afterAll(async () => {
  await test.close()
  await provider.stop()
})

const CLAIMS = { email: 'email', firstName: 'given_name', lastName: 'family_name', groups: 'groups' }
const save = (change: object = {}) =>
  test.app.inject({
    method: 'PUT',
    url: '/v1/console/sso',
    headers: as(test.fixtures.stage.users.tenantAdmin),
    payload: {
      isEnabled: true,
      issuer: provider.issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      scopes: ['email', 'profile'],
      claims: CLAIMS,
      domains: ['corp.test'],
      usesUserInfo: false,
      ca: '',
      ...change,
    },
  })

let count = 0
const newName = () => `somebody${(count += 1)}`
async function signIn(person: ProviderPerson, name = newName()) {
  provider.people.set(name, person)
  const payload = { emailOrTenant: 'Stage' }
  const started = await test.app.inject({ method: 'POST', url: '/v1/console/session/sso/start', payload })
  return test.app.inject({
    method: 'POST',
    url: '/v1/console/session/sso',
    cookies: { 'waybill-sso': started.cookies[0]?.value ?? '' },
    payload: { answer: await signInAtProvider(started.json<{ location: string }>().location, name) },
  })
}
const addUser = (email: string) => {
  const { uid: tenantUid } = test.fixtures.stage
  return createUser(test.deps.prisma, { tenantUid, email, roles: [{ scopeUid: tenantUid, role: 'Tenant Admin' }] })
}
const unlink = (uid: string, user = test.fixtures.stage.users.tenantAdmin) =>
  test.app.inject({ method: 'DELETE', url: `/v1/console/users/${uid}/identities`, headers: as(user) })
const isLinked = async (uid: string): Promise<boolean> => {
  const headers = as(test.fixtures.stage.users.tenantAdmin)
  return (await test.app.inject({ url: `/v1/console/users/${uid}`, headers })).json().isLinked
}
const countUsers = () => test.deps.prisma.user.count()

describe('the e-mail claim of a provider', () => {
  it('does not match one with another letter that folds to the same', async () => {
    await addUser('kim@corp.test')
    const answer = await signIn({ email: `${KELVIN}im@corp.test` })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'SsoEmailInvalid'])
  })

  it.each([
    ['a domain alone', '@corp.test'],
    ['two lines', 'a\r\nb@corp.test'],
    ['several', 'x@a,@corp.test'],
    ['markup', '<img src=x>@corp.test'],
    ['a formula', '=cmd|calc!A1"@corp.test'],
    ['NUL', 'x\u0000@corp.test'],
    ['half a character', 'x\ud800@corp.test'],
    ['more than an e-mail has room for', `${'a'.repeat(320)}@corp.test`],
    ['what would be of the domain if it were cut', `${'a'.repeat(243)}@corp.test.evil.test`],
  ])('is refused as %s, and no user is created', async (_what, email) => {
    const before = await countUsers()
    const answer = await signIn({ email })
    expect(answer.statusCode).toBe(403)
    expect(answer.json().code).toMatch(/^SsoEmail(Invalid|Foreign)$/)
    expect(await countUsers()).toBe(before)
  })

  it('in another claim is trusted if the verified one is the same', async () => {
    await addUser('target@corp.test')
    await save({ claims: { ...CLAIMS, email: 'preferred_username' } })
    const claims = { preferred_username: 'target@corp.test' }
    const attacker = await signIn({ email: 'attacker@corp.test', claims })
    expect([attacker.statusCode, attacker.json().code]).toEqual([403, 'SsoEmailMissing'])
    expect((await signIn({ email: 'Target@corp.test', claims })).statusCode).toBe(200)
    await save()
  })

  it('is verified by whichever sent it, ID token or UserInfo', async () => {
    await addUser('vouched@corp.test')
    await save({ usesUserInfo: true })
    const claims = { email: 'vouched@corp.test', email_verified: undefined }
    const userInfo = { email: 'other@corp.test', email_verified: true }
    const answer = await signIn({ email: '', claims, userInfo })
    expect(answer.json()).toMatchObject({ user: { email: 'other@corp.test' } })
    await save()
  })
})

describe('the identity at the provider', () => {
  it.each([
    ['longer than OpenID Connect allows', 's'.repeat(256)],
    ['with NUL', 'sub\u0000'],
  ])('is refused %s', async (_what, sub) => {
    const answer = await signIn({ email: `${newName()}@corp.test` }, sub)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'SsoAnswerInvalid'])
  })

  it.each([
    ['longer than it may be', 'y'.repeat(254)],
    ['with NUL', 'a\u0000b'],
    ['with half a character', 'a\ud800'],
  ])('is refused with a name %s', async (_what, name) => {
    const answer = await signIn({ email: `${newName()}@corp.test`, claims: { given_name: name } })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'SsoAnswerInvalid'])
  })

  it('counts from then on: a second identity with the same e-mail is refused, until the first is unlinked', async () => {
    const { uid } = await addUser('linked@corp.test')
    const [first, second] = [newName(), newName()]
    expect((await signIn({ email: 'linked@corp.test' }, first)).statusCode).toBe(200)
    const refused = await signIn({ email: 'linked@corp.test' }, second)
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'SsoIdentityDiffers'])
    expect(await test.deps.prisma.ssoIdentity.count({ where: { userUid: uid } })).toBe(1)
    expect((await unlink(uid, test.fixtures.stage.users.tenantViewer)).statusCode).toBe(403)
    expect(await isLinked(uid)).toBe(true)
    expect((await unlink(uid)).statusCode).toBe(204)
    expect(await isLinked(uid)).toBe(false)
    expect((await signIn({ email: 'linked@corp.test' }, second)).json()).toMatchObject({ user: { uid } })
    expect((await signIn({ email: 'linked@corp.test' }, first)).json().code).toBe('SsoIdentityDiffers')
    expect(await test.deps.prisma.auditEvent.count({ where: { action: 'refuse-login', resourceUid: uid } })).toBe(2)
  })
})

describe('a group', () => {
  it('matches by its full name, not by its beginning or end', async () => {
    const group = 'g'.repeat(253)
    await save({ groupRoles: [{ group, role: 'Tenant Viewer' }] })
    const rolesAs = async (groups: string[]) =>
      (await signIn({ email: `${newName()}@corp.test`, groups })).json<{ scopes: { roles: string[] }[] }>().scopes
    expect(await rolesAs([`${group}x`])).toEqual([])
    expect(await rolesAs([` ${group}`])).toEqual([])
    const many = Array.from({ length: 300 }, (_, index) => `other-${index}`)
    expect(await rolesAs([...many, group])).toMatchObject([{ roles: ['Tenant Viewer'] }, {}, {}])
    await save({ groupRoles: [] })
  })
})
