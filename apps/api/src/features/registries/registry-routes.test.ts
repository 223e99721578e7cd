import { describe, expect, it } from 'vitest'
import { newUid } from '../../platform/database/uid.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const tenantUid = test.fixtures.stage.uid
await test.deps.tenantDb(tenantUid).registry.createMany({
  data: [
    { uid: newUid(), tenantUid, name: 'Public Repo', kind: 'pack', scope: 'system', isDefault: true },
    { uid: newUid(), tenantUid, name: 'Ours', kind: 'oci', providerType: 'pack', isPrivate: true },
  ],
})

const get = (query = '', headers = as(test.fixtures.stage.users.tenantViewer)) =>
  test.app.inject({ url: `/v1/registries/metadata${query}`, headers })

describe('GET /v1/registries/metadata', () => {
  it('lists every registry by name', async () => {
    const response = await get()
    expect(response.statusCode).toBe(200)
    expect(response.json().items).toMatchObject([
      { name: 'Ours', kind: 'oci', scope: 'tenant', isDefault: false, isPrivate: true },
      { name: 'Public Repo', kind: 'pack', scope: 'system', isDefault: true, isPrivate: false },
    ])
  })

  it.each([
    ['?scope=', 2],
    ['?scope=all', 2],
    ['?scope=system', 1],
    ['?scope=tenant', 1],
  ])('answers %s with %i registries', async (query, count) => {
    expect((await get(query)).json().items).toHaveLength(count)
  })

  it('is open to a project viewer in the project', async () => {
    const { users, projects } = test.fixtures.stage
    expect((await get('', as(users.projectViewer, projects.default))).statusCode).toBe(200)
  })

  it('shows nothing of another tenant', async () => {
    expect((await get('', as(test.fixtures.dev.users.tenantAdmin))).json()).toEqual({ items: [] })
  })
})
