import { describe, expect, it } from 'vitest'
import { createUser } from '../../../testing/fixtures.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const get = (url: string, headers = admin()) => test.app.inject({ url, headers })
const list = async (query: string) => (await get(`/v1/console/users?${query}`)).json()
const emails = async (query: string) => (await list(query)).items.map(({ email }: { email: string }) => email)

const addUser = (email: string, role: string) => {
  const { uid: tenantUid } = test.fixtures.stage
  return createUser(test.deps.prisma, { tenantUid, email, roles: [{ scopeUid: tenantUid, role }] })
}

describe('people', () => {
  it('are found by part of their e-mail, in any case', async () => {
    const { email } = await addUser('findable@stage.test', 'Tenant Viewer')
    expect(await emails('search=FINDABLE')).toEqual([email])
  })

  it('are found by their state', async () => {
    const { uid, email } = await addUser('gone@stage.test', 'Tenant Viewer')
    const state = `/v1/console/users/${uid}/state`
    await test.app.inject({ method: 'PUT', url: state, headers: admin(), payload: { isActive: false } })
    expect(await emails('state=disabled')).toEqual([email])
    expect(await emails('state=active')).not.toContain(email)
  })

  it('are paged, with their total number', async () => {
    const { items, listmeta } = await list('limit=1&offset=1')
    expect([items.length, listmeta.count > 2]).toEqual([1, true])
  })

  it('show when they last signed in, those who never did at the end', async () => {
    const { email } = await addUser('never@stage.test', 'Tenant Viewer')
    const { items } = await list('sort=lastSeenAt&order=desc')
    expect(items[0]).toMatchObject({ lastSeenAt: expect.any(String) })
    expect(items.at(-1)).toMatchObject({ lastSeenAt: null })
    expect(items.find((item: { email: string }) => item.email === email).lastSeenAt).toBeNull()
  })

  it('show whose link to set a password expired unused', async () => {
    const { uid, email } = await addUser('late@stage.test', 'Tenant Viewer')
    const linkOf = async () => {
      const { items } = await list(`search=${email}`)
      return [items[0].hasOpenLink, items[0].hasExpiredLink]
    }
    expect(await linkOf()).toEqual([false, false])
    await test.app.inject({ method: 'POST', url: `/v1/console/users/${uid}/password-link`, headers: admin() })
    expect(await linkOf()).toEqual([true, false])
    await test.deps.prisma.user.update({ where: { uid }, data: { resetExpiresAt: new Date(0) } })
    expect(await linkOf()).toEqual([false, true])
  })

  it('show who has not set a first password yet', async () => {
    const hasPassword = async (email: string): Promise<unknown> => (await list(`search=${email}`)).items[0].hasPassword
    const makeLink = async (uid: string) => {
      const url = `/v1/console/users/${uid}/password-link`
      const answer = await test.app.inject({ method: 'POST', url, headers: admin() })
      return answer.json<{ link: string }>().link
    }
    const old = await addUser('old@stage.test', 'Tenant Viewer')
    const made = { spec: { emailId: 'fresh@stage.test', firstName: 'Kim', lastName: 'Lind' } }
    const answer = await test.app.inject({ method: 'POST', url: '/v1/users', headers: admin(), payload: made })
    const link = await makeLink(answer.json<{ uid: string }>().uid)
    await makeLink(old.uid)
    expect([await hasPassword(old.email), await hasPassword(made.spec.emailId)]).toEqual([true, false])
    const url = `/v1/auth/password/${link.split('#password=')[1]}/activate`
    await test.app.inject({ method: 'PATCH', url, payload: { password: 'a new and longer password' } })
    expect(await hasPassword(made.spec.emailId)).toBe(true)
  })

  it('show what they hold where', async () => {
    const { uid } = await addUser('holder@stage.test', 'Tenant Viewer')
    const projectUid = test.fixtures.stage.projects.default
    const payload = { projects: [{ projectUid, roles: ['Project Editor'] }] }
    await test.app.inject({ method: 'PUT', url: `/v1/users/${uid}/projects`, headers: admin(), payload })
    expect((await get(`/v1/console/users/${uid}`)).json()).toMatchObject({
      tenantRoles: ['Tenant Viewer'],
      projects: [{ uid: projectUid, roles: ['Project Editor'] }],
    })
  })

  it('are not shown to users who may not list users', async () => {
    const projectAdmin = as(test.fixtures.stage.users.projectAdmin)
    expect((await get('/v1/console/users', projectAdmin)).statusCode).toBe(403)
  })

  it('of another tenant are not found', async () => {
    const { uid } = test.fixtures.dev.users.tenantAdmin
    expect((await get(`/v1/console/users/${uid}`)).statusCode).toBe(404)
  })
})

describe('an API key', () => {
  it('shows when it was last used, once it was', async () => {
    const make = { metadata: { name: 'noted' } }
    const headers = admin()
    const { uid, apiKey } = (
      await test.app.inject({ method: 'POST', url: '/v1/apiKeys', headers, payload: make })
    ).json()
    const lastUse = async () => (await get(`/v1/apiKeys/${uid}`)).json().status.lastUsedAt
    expect(await lastUse()).toBeUndefined()
    await get('/v1/users/me', { apikey: apiKey })
    expect(await lastUse()).toEqual(expect.any(String))
  })

  it('with a wrong secret notes nothing', async () => {
    const headers = admin()
    const make = { metadata: { name: 'guessed' } }
    const { uid, apiKey } = (
      await test.app.inject({ method: 'POST', url: '/v1/apiKeys', headers, payload: make })
    ).json()
    const [publicId] = apiKey.split('.')
    await get('/v1/users/me', { apikey: `${publicId}.${'A'.repeat(43)}` })
    expect((await get(`/v1/apiKeys/${uid}`)).json().status.lastUsedAt).toBeUndefined()
  })
})
