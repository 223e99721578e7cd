import { beforeEach, describe, expect, it } from 'vitest'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
beforeEach(async () => {
  await test.deps.prisma.$executeRaw`TRUNCATE tag_filters`
})

const inTenant = () => as(test.fixtures.stage.users.tenantAdmin)
const inProject = () => as(test.fixtures.stage.users.tenantAdmin, test.fixtures.stage.projects.default)
const save = (name: string, headers = inTenant(), spec: object | null = null) =>
  test.app.inject({ method: 'POST', url: '/v1/filters/tag', headers, payload: { metadata: { name }, spec } })
const on = (method: 'GET' | 'PUT' | 'DELETE', uid: string, headers = inTenant(), payload?: object) =>
  test.app.inject({ method, url: `/v1/filters/tag/${uid}`, headers, ...(payload && { payload }) })
const list = async (headers = inTenant(), query = '') =>
  (await test.app.inject({ url: `/v1/filters${query}`, headers })).json()
const namesIn = async (headers: Record<string, string>) =>
  (await list(headers)).items.map((item: { metadata: { name: string } }) => item.metadata.name)

describe('a saved filter', () => {
  it('is returned as it was sent', async () => {
    const filters = [{ key: 'team', negation: true, operator: 'eq', values: ['a', 'b'] }]
    const answer = await save('ours', inTenant(), { filterGroup: { conjunction: 'or', filters } })
    expect(answer.statusCode).toBe(201)
    const { uid } = answer.json()
    expect((await on('GET', uid)).json()).toMatchObject({
      metadata: { name: 'ours', uid, annotations: { scope: 'tenant' } },
      spec: { filterGroup: { conjunction: 'or', filters } },
    })
  })

  it('is replaced completely', async () => {
    const spec = { filterGroup: { filters: [{ key: 'team', values: ['a'] }] } }
    const { uid } = (await save('ours', inTenant(), spec)).json()
    const answer = await on('PUT', uid, inTenant(), { metadata: { name: 'theirs' } })
    expect([answer.statusCode, answer.headers['audituid']]).toEqual([204, expect.stringMatching(/^[0-9a-f]{24}$/)])
    expect((await on('GET', uid)).json()).toMatchObject({
      metadata: { name: 'theirs' },
      spec: { filterGroup: { conjunction: 'and', filters: [] } },
    })
  })

  it('is not renamed to a name that is taken', async () => {
    await save('taken')
    const { uid } = (await save('ours')).json()
    const answer = await on('PUT', uid, inTenant(), { metadata: { name: 'taken' } })
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'FilterExists'])
  })

  it('is gone once it was deleted', async () => {
    const { uid } = (await save('ours')).json()
    expect((await on('DELETE', uid)).statusCode).toBe(204)
    expect((await on('GET', uid)).json().code).toBe('ResourceNotFound')
    expect((await on('DELETE', uid)).statusCode).toBe(404)
    expect(await namesIn(inTenant())).toEqual([])
  })

  it('is accepted with the nulls that Go clients send', async () => {
    expect((await save('empty', inTenant(), { filterGroup: { filters: null } })).statusCode).toBe(201)
  })

  it('is listed with its type', async () => {
    const { uid } = (await save('ours')).json()
    expect(await list()).toMatchObject({
      items: [{ metadata: { name: 'ours', uid, annotations: { scope: 'tenant' } }, spec: { filterType: 'tag' } }],
      listmeta: { continue: '', count: 1, limit: 50, offset: 0 },
    })
    const metadata = await test.app.inject({ url: '/v1/filters/metadata?filterType=tag', headers: inTenant() })
    expect(metadata.json()).toEqual({ items: [{ uid, name: 'ours', filterType: 'tag' }] })
    const others = await test.app.inject({ url: '/v1/filters/metadata?filterType=resource', headers: inTenant() })
    expect(others.json()).toEqual({ items: [] })
  })

  it('is refused a name that exists in its scope, but not one of another scope', async () => {
    await save('ours')
    const again = await save('ours')
    expect([again.statusCode, again.json().code]).toEqual([409, 'FilterExists'])
    expect((await save('ours', inProject())).statusCode).toBe(201)
  })

  it.each([
    ['without a name', { spec: {} }],
    [
      'with an operator that is not known',
      { metadata: { name: 'x' }, spec: { filterGroup: { filters: [{ operator: 'like' }] } } },
    ],
  ])('is refused %s', async (_what, payload) => {
    const answer = await test.app.inject({ method: 'POST', url: '/v1/filters/tag', headers: inTenant(), payload })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
  })
})

describe('saved filters', () => {
  it('of a tenant are visible in its projects, those of a project nowhere else', async () => {
    await save('of the tenant')
    await save('of the project', inProject())
    expect(await namesIn(inProject())).toEqual(['of the project', 'of the tenant'])
    expect(await namesIn(inTenant())).toEqual(['of the tenant'])
    const { dev, stage } = test.fixtures
    expect(await namesIn(as(dev.users.tenantAdmin))).toEqual([])
    expect(await namesIn(as(stage.users.tenantAdmin, stage.projects.other))).toEqual(['of the tenant'])
  })

  it('of the tenant are changed in a project only with the permission in the tenant', async () => {
    const { stage } = test.fixtures
    const ofProject = as(stage.users.projectAdmin, stage.projects.default)
    const { uid } = (await save('of the tenant')).json()
    expect((await on('GET', uid, ofProject)).statusCode).toBe(200)
    expect((await on('DELETE', uid, ofProject)).json().code).toBe('Forbidden')
    expect((await on('PUT', uid, inProject(), { metadata: { name: 'renamed' } })).statusCode).toBe(204)
  })

  it('of another project or tenant are not found', async () => {
    const { dev, stage } = test.fixtures
    const { uid } = (await save('of the project', inProject())).json()
    for (const headers of [as(dev.users.tenantAdmin), as(stage.users.tenantAdmin, stage.projects.other)]) {
      expect((await on('GET', uid, headers)).json().code).toBe('ResourceNotFound')
      expect((await on('PUT', uid, headers, { metadata: { name: 'x' } })).json().code).toBe('ResourceNotFound')
      expect((await on('DELETE', uid, headers)).json().code).toBe('ResourceNotFound')
    }
  })

  it('come all at once for limit=0', async () => {
    const { uid, users } = test.fixtures.stage
    const data = Array.from({ length: 60 }, (_none, index) => ({
      uid: index.toString(16).padStart(24, '0'),
      tenantUid: uid,
      scope: 'tenant',
      scopeUid: uid,
      name: `filter ${index}`,
      filterGroup: '{}',
      createdBy: users.tenantAdmin.uid,
    }))
    await test.deps.prisma.tagFilter.createMany({ data })
    const all = await list(inTenant(), '?limit=0')
    expect([all.items.length, all.listmeta]).toEqual([60, { continue: '', count: 60, limit: 60, offset: 0 }])
    expect((await list(inTenant(), '?limit=100')).items).toHaveLength(50)
  })

  it('are saved by users who may change tags', async () => {
    const { stage } = test.fixtures
    const answer = await save('no', as(stage.users.projectViewer, stage.projects.default))
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'Forbidden'])
  })
})
