import { describe, expect, it } from 'vitest'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const get = (url: string, headers = admin()) => test.app.inject({ url, headers })
const post = (url: string, payload: object | undefined, headers = admin()) =>
  test.app.inject({ method: 'POST', url, headers, ...(payload && { payload }) })
const create = (spec: object, metadata: object | null = null) => post('/v1/users', { metadata, spec })

interface Users {
  items: { metadata: { name: string; uid: string }; spec: { emailId: string; roles: string[] } }[]
  listmeta: { continue: string; count: number; limit: number; offset: number }
}
const usersAt = async (query: string, headers = as(test.fixtures.dev.users.tenantAdmin)) =>
  (await get(`/v1/users${query}`, headers)).json<Users>()
const mailsAt = async (query: string) => (await usersAt(query)).items.map((item) => item.spec.emailId)

describe('users', () => {
  it('are those of the tenant, with their roles in it', async () => {
    const { items, listmeta } = await usersAt('?limit=50')
    expect(listmeta).toEqual({ continue: '', count: 4, limit: 50, offset: 0 })
    const { tenantAdmin, projectAdmin } = test.fixtures.dev.users
    expect(items).toContainEqual({
      metadata: expect.objectContaining({ uid: tenantAdmin.uid, name: tenantAdmin.email }),
      spec: {
        emailId: tenantAdmin.email,
        firstName: '',
        lastName: '',
        roles: [expect.stringMatching(/^[0-9a-f]{24}$/)],
      },
      status: { activationLink: '', isActive: true, isPasswordResetting: false },
    })
    expect(items.find((item) => item.metadata.uid === projectAdmin.uid)?.spec.roles).toEqual([])
  })

  it('come all at once for limit=0', async () => {
    expect((await usersAt('?limit=0')).listmeta).toEqual({ continue: '', count: 4, limit: 4, offset: 0 })
  })

  it('continue with the token of the previous page', async () => {
    const { listmeta } = await usersAt('?limit=3')
    const rest = await usersAt(`?limit=3&continue=${encodeURIComponent(listmeta.continue)}`)
    expect([rest.items.length, rest.listmeta.continue]).toEqual([1, ''])
  })

  it('are filtered and sorted', async () => {
    expect(await mailsAt('?filters=spec.emailId=tenant-viewer@dev.testORspec.emailId=tenant-admin@dev.test')).toEqual([
      'tenant-admin@dev.test',
      'tenant-viewer@dev.test',
    ])
    expect(await mailsAt('?orderBy=metadata.name=-1&limit=1')).toEqual(['tenant-viewer@dev.test'])
  })

  it('are refused for invalid filters', async () => {
    const answer = await get('/v1/users?filters=spec.passwordHash=x')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BadRequest'])
  })

  it('have names and e-mails in their metadata', async () => {
    const { tenantAdmin } = test.fixtures.dev.users
    const answer = await get('/v1/users/meta', as(tenantAdmin))
    expect(answer.json().items).toContainEqual({
      uid: tenantAdmin.uid,
      name: tenantAdmin.email,
      emailId: tenantAdmin.email,
    })
  })

  it('are summarised with roles and projects', async () => {
    const { dev } = test.fixtures
    const body = { filter: { emailId: { beginsWith: 'PROJECT-' } }, sort: [{ field: 'name', order: 'desc' }] }
    const answer = await post('/v1/users/summary', body, as(dev.users.tenantAdmin))
    expect(answer.statusCode).toBe(200)
    expect(answer.json().items).toMatchObject([
      {
        metadata: { uid: dev.users.projectViewer.uid },
        spec: { projects: [{ uid: dev.projects.default, name: 'Default' }], projectsCount: 1, roles: [], teams: [] },
      },
      { metadata: { uid: dev.users.projectAdmin.uid } },
    ])
  })

  it('are summarised without a body', async () => {
    expect((await post('/v1/users/summary', undefined)).json().items.length).toBeGreaterThan(3)
  })

  it.each(['/v1/users', '/v1/users/meta'])('are not shown to users who may not list them (%s)', async (url) => {
    const answer = await get(url, as(test.fixtures.stage.users.tenantViewer))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })
})

describe('a new user', () => {
  it('has the roles and names it was given', async () => {
    const spec = { emailId: 'Ada@Stage.test', firstName: 'Ada', lastName: 'L', roles: ['Tenant Viewer'], teams: null }
    const answer = await create(spec, { labels: { team: 'x' } })
    expect(answer.statusCode).toBe(201)
    const { items } = await usersAt(`?filters=metadata.uid=${answer.json().uid}`, admin())
    expect(items).toMatchObject([
      { metadata: { name: 'Ada L', labels: { team: 'x' } }, spec: { emailId: 'ada@stage.test' } },
    ])
  })

  it('cannot sign in without a password, but can use an API key', async () => {
    const { uid } = (await create({ emailId: 'robot@stage.test', roles: ['Tenant Viewer'] })).json()
    const signIn = await post('/v1/auth/authenticate', { emailId: 'robot@stage.test', password: 'x' })
    expect(signIn.statusCode).toBe(401)
    const made = await post('/v1/apiKeys', { metadata: { name: 'robot' }, spec: { userUid: uid } })
    const answer = await get('/v1/users/info', { apikey: made.json().apiKey })
    expect(answer.json().userUid).toBe(uid)
  })

  it('is refused if the e-mail has a user already, whatever its case', async () => {
    const answer = await create({ emailId: 'TENANT-ADMIN@stage.test' })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'UserExists'])
  })

  it.each([
    ['no e-mail', {}, 422, 'InvalidRequest'],
    ['what is no e-mail', { emailId: 'x' }, 422, 'InvalidRequest'],
    ['a role that is not known', { emailId: 'a@stage.test', roles: ['King'] }, 422, 'InvalidRequest'],
    ['a team that is not there', { emailId: 'a@stage.test', teams: ['x'] }, 404, 'ResourceNotFound'],
  ])('is refused with %s', async (_what, spec, status, code) => {
    const answer = await create(spec)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it('needs the permission', async () => {
    const payload = { spec: { emailId: 'no@stage.test' } }
    const answer = await post('/v1/users', payload, as(test.fixtures.stage.users.projectAdmin))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })
})
