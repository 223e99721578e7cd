import { describe, expect, it } from 'vitest'
import { newUid } from '../../../platform/database/uid.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { createCatalogueRepository } from '../../registry-sync/catalogue/catalogue-repository.ts'
import { parsePack } from '@waybill/pack-sources'

const test = await openTestApp()
const registries = { a: newUid(), b: newUid() }

const addOnTypes = [
  'load balancer', 'ingress', 'logging', 'monitoring', 'security', 'authentication', 'servicemesh', 'system app',
  'registry', 'csi', 'cni', 'storage', '',
] // prettier-ignore

const tenantUid = test.fixtures.stage.uid
const db = test.deps.tenantDb(tenantUid)
await db.registry.create({ data: { uid: registries.a, tenantUid, name: 'A', kind: 'pack' } })
await db.registry.create({ data: { uid: registries.b, tenantUid, name: 'B', kind: 'oci' } })
await addPack('nginx', '1.9.0', { registryUid: registries.a })
await addPack('nginx', '1.10.0', { registryUid: registries.a })
await addPack('nginx', '1.9.0', { registryUid: registries.b })
await addPack('ollama', '0.1.0', { registryUid: registries.a, addonType: 'ai', cloudTypes: ['aws'] })

async function addPack(
  name: string,
  version: string,
  { registryUid, ...fields }: { registryUid: string } & Record<string, unknown>,
) {
  const json = JSON.stringify({ name, version, layer: 'addon', addonType: 'ingress', cloudTypes: ['all'], ...fields })
  const parsed = parsePack({ 'pack.json': new TextEncoder().encode(json) })
  if ('fault' in parsed) throw new Error(parsed.fault)
  const source = { sourceDigest: '', location: '', isContentRead: true }
  const row = { ...parsed.pack, ...source, uid: newUid(), registryUid, type: 'spectro' }
  await createCatalogueRepository(test.deps.tenantDb(test.fixtures.stage.uid)).writePacks([row])
}

const search = async (payload: object | null = {}, { query = '', headers = {} } = {}) => {
  const user = as(test.fixtures.stage.users.tenantAdmin)
  const url = `/v1/packs/search${query}`
  const response = await test.app.inject({
    method: 'POST',
    url,
    headers: { ...user, 'content-type': 'application/json', ...headers },
    ...(payload && { payload }),
  })
  return { status: response.statusCode, body: response.json() }
}

const names = (result: { body: { items: { spec: { name: string } }[] } }) =>
  result.body.items.map((item) => item.spec.name)

describe('POST /v1/packs/search', () => {
  it('returns one item per name with the newest version in each registry', async () => {
    const { status, body } = await search({ filter: { name: { eq: 'nginx' } } })
    expect(status).toBe(200)
    expect(body.items).toHaveLength(1)
    expect(body.items[0].spec.registries).toMatchObject([
      { uid: registries.a, name: 'A', latestVersion: '1.10.0' },
      { uid: registries.b, name: 'B', latestVersion: '1.9.0' },
    ])
    expect(body.items[0].spec.registries[0].latestPackUid).toMatch(/^[0-9a-f]{24}$/)
    expect(body.listmeta).toEqual({ continue: '', count: 1, limit: 50, offset: 0 })
  })

  it('treats an empty body as no filter', async () => {
    expect(names(await search(null))).toEqual(['nginx', 'ollama'])
  })

  it('leaves out no pack for the lists that the Terraform provider sends to mean any', async () => {
    const filter = {
      environment: ['all'],
      addOnType: addOnTypes,
      registryUid: null,
      type: ['spectro', 'helm', 'manifest', 'oci'],
    }
    expect(names(await search({ filter, sort: null }))).toEqual(['nginx', 'ollama'])
  })

  it('filters by cloud, where a pack for all clouds matches each', async () => {
    expect(names(await search({ filter: { environment: ['azure'] } }))).toEqual(['nginx'])
    expect(names(await search({ filter: { environment: ['aws'] } }))).toEqual(['nginx', 'ollama'])
  })

  it('filters by registry and by part of the display name', async () => {
    expect(names(await search({ filter: { registryUid: [registries.b] } }))).toEqual(['nginx'])
    expect(names(await search({ filter: { displayName: { contains: 'LLA' } } }))).toEqual(['ollama'])
    expect(names(await search({ filter: { displayName: { contains: 'LLA', ignoreCase: false } } }))).toEqual([])
  })

  it('filters by the state that the newest version declares', async () => {
    const annotations = { system_state: 'deprecated' }
    await addPack('old', '1.0.0', { registryUid: registries.b, annotations })
    await addPack('gone', '1.0.0', { registryUid: registries.b, annotations: { disabled: 'true' } })
    expect(names(await search({ filter: { state: ['deprecated'] } }))).toEqual(['old'])
    expect(names(await search({ filter: { state: ['deprecated', 'disabled'] } }))).toEqual(['gone', 'old'])
    await test.deps.prisma.packVersion.deleteMany({ where: { name: { in: ['old', 'gone'] } } })
  })

  it('refuses to filter by FIPS compliance, which no pack declares', async () => {
    const refused = await search({ filter: { isFips: true } })
    expect([refused.status, refused.body.code]).toEqual([400, 'NotSupported'])
    expect(refused.body.message).toContain('filter.isFips')
    expect(names(await search({ filter: { isFips: false } }))).toEqual(['nginx', 'ollama'])
  })

  it('refuses a filter that it does not know', async () => {
    expect(await search({ filter: { cloud: ['aws'] } })).toMatchObject({
      status: 422,
      body: { code: 'InvalidRequest', details: [{ path: 'filter' }] },
    })
  })

  it('sorts, and pages with a token', async () => {
    const sort = [{ field: 'name', order: 'desc' }]
    const first = await search({ sort }, { query: '?limit=1' })
    expect(names(first)).toEqual(['ollama'])
    const token = encodeURIComponent(first.body.listmeta.continue)
    const second = await search({ sort }, { query: `?limit=1&continue=${token}` })
    expect(names(second)).toEqual(['nginx'])
    expect(second.body.listmeta).toEqual({ continue: '', count: 2, limit: 1, offset: 1 })
  })

  it('refuses an unknown sort field and a token that is not its own', async () => {
    expect(await search({ sort: [{ field: 'tenant_uid' }] })).toMatchObject({
      status: 422,
      body: { code: 'InvalidRequest' },
    })
    expect(await search({}, { query: '?continue=abc' })).toMatchObject({ status: 400, body: { code: 'BadRequest' } })
  })

  it('shows nothing of another tenant', async () => {
    const headers = as(test.fixtures.dev.users.tenantAdmin)
    expect((await search({}, { headers })).body).toMatchObject({ items: [], listmeta: { count: 0 } })
  })
})
