import { describe, expect, it } from 'vitest'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const get = (url: string, headers = as(test.fixtures.stage.users.tenantAdmin)) => test.app.inject({ url, headers })
const namesAt = async (url: string): Promise<string[]> =>
  (await get(url)).json().items.map((item: { metadata: { name: string } }) => item.metadata.name)

describe('roles', () => {
  it('are listed with their scope and permissions', async () => {
    const { items, listmeta } = (await get('/v1/roles')).json()
    expect(listmeta).toEqual({ continue: '', count: 18, limit: 50, offset: 0 })
    expect(items).toContainEqual({
      metadata: {
        uid: expect.stringMatching(/^[0-9a-f]{24}$/),
        name: 'Tenant Viewer',
        labels: {},
        annotations: { scope: 'tenant' },
      },
      spec: { permissions: expect.arrayContaining(['clusterProfile.get']), scope: 'tenant', type: 'system' },
      status: { isEnabled: true },
    })
  })

  it('repeat no permission, which clients would refuse', async () => {
    const { items } = (await get('/v1/roles')).json<{ items: { spec: { permissions: string[] } }[] }>()
    const repeating = items.filter(({ spec }) => new Set(spec.permissions).size < spec.permissions.length)
    expect(repeating).toEqual([])
  })

  it('are filtered, sorted and paged', async () => {
    expect(await namesAt('/v1/roles?filters=spec.scope=tenantANDmetadata.name_in_Tenant Admin,Project Admin')).toEqual([
      'Tenant Admin',
    ])
    expect(await namesAt('/v1/roles?orderBy=metadata.name=-1&limit=1')).toEqual(['Tenant Viewer'])
    expect(await namesAt('/v1/roles?limit=2&offset=17')).toEqual(['Tenant Viewer'])
    expect(await namesAt('/v1/roles?filters=spec.type=user')).toEqual([])
  })

  it('are refused for invalid filters', async () => {
    const answer = await get('/v1/roles?filters=spec.secret=1')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'BadRequest'])
  })

  it('are visible only to users who may list them', async () => {
    const { projectAdmin } = test.fixtures.stage.users
    expect((await get('/v1/roles', as(projectAdmin))).statusCode).toBe(403)
    expect((await get('/v1/permissions', as(projectAdmin))).statusCode).toBe(403)
  })
})

describe('permissions', () => {
  it('are those of a scope, by kind of resource', async () => {
    const items = (await get('/v1/permissions?scope=project')).json<{ name: string; scope: string }[]>()
    expect(new Set(items.map(({ scope }) => scope))).toEqual(new Set(['project']))
    expect(items).toContainEqual({
      name: 'macro',
      scope: 'project',
      permissions: ['macro.create', 'macro.delete', 'macro.get', 'macro.list', 'macro.update'],
    })
    expect(items.map(({ name }) => name)).not.toContain('apiKey')
  })

  it('of an unknown scope are refused', async () => {
    expect((await get('/v1/permissions?scope=galaxy')).statusCode).toBe(422)
  })
})

describe('features', () => {
  it('are empty: nothing can be switched', async () => {
    const answer = await get('/v1/features', as(test.fixtures.stage.users.projectViewer))
    expect([answer.statusCode, answer.json()]).toEqual([200, { items: [] }])
  })
})
