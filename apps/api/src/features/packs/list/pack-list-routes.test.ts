import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const db = test.deps.tenantDb(test.fixtures.stage.uid)
const registryUid = await addRegistry(db, {
  name: 'A',
  packs: [
    { name: 'nginx', version: '1.9.0', values: 'port: 80 # http\n', layer: 'addon' },
    { name: 'nginx', version: '1.10.0', cloudTypes: ['aws'] },
    { name: 'calico', version: '3.1.0', layer: 'cni', schema: "a: \n  schema: '{{ required }}'\n" },
    { name: 'SANDBOX-FLOOR', version: '1.0.0' },
    { name: 'gone', version: '1.0.0' },
  ],
})
await addRegistry(db, { name: 'B', kind: 'oci', packs: [{ name: 'nginx', version: '1.9.0' }] })
await db.packVersion.updateMany({ where: { name: 'gone' }, data: { removedAt: new Date() } })

const list = async (query: Record<string, string> = {}, user = test.fixtures.stage.users.tenantViewer) => {
  const response = await test.app.inject({ url: '/v1/packs', query, headers: as(user) })
  return { status: response.statusCode, body: response.json() }
}
const names = ({ body }: { body: { items: { spec: { name: string; version: string } }[] } }) =>
  body.items.map(({ spec }) => `${spec.name} ${spec.version}`)

describe('GET /v1/packs', () => {
  it('lists pack versions by name, newest first, without removed ones', async () => {
    const { status, body } = await list()
    expect(status).toBe(200)
    expect(names({ body }).map((name) => name.toLowerCase()).toSorted()).toEqual([
      'calico 3.1.0', 'nginx 1.10.0', 'nginx 1.9.0', 'nginx 1.9.0', 'sandbox-floor 1.0.0',
    ]) // prettier-ignore
    expect(names({ body }).indexOf('nginx 1.10.0')).toBeLessThan(names({ body }).indexOf('nginx 1.9.0'))
    expect(body.listmeta).toEqual({ continue: '', count: 5, limit: 50, offset: 0 })
  })

  it('answers the query with which the Terraform provider finds one version', async () => {
    const filters = 'spec.name=nginxANDspec.version=1.9.0ANDspec.cloudTypes_in_aws,all'
    const { body } = await list({ limit: '50', filters })
    const [mine] = body.items.filter((item: { spec: { registryUid: string } }) => item.spec.registryUid === registryUid)
    expect(body.items).toHaveLength(2)
    expect(mine).toMatchObject({
      metadata: { name: 'nginx', uid: expect.stringMatching(/^[0-9a-f]{24}$/) },
      spec: { name: 'nginx', version: '1.9.0', cloudTypes: ['all'], values: 'port: 80 # http\n', type: 'spectro' },
    })
  })

  it.each([
    ['spec.layer=cni', ['calico 3.1.0']],
    ['spec.type=oci', ['nginx 1.9.0']],
    ['spec.cloudType=aws', ['nginx 1.10.0']],
    ['spec.name=SANDBOX-FLOORORspec.layer=cni', ['SANDBOX-FLOOR 1.0.0', 'calico 3.1.0']],
    ['metadata.name=nginxANDspec.cloudTypes=aws', ['nginx 1.10.0']],
    ['metadata.uid=ffffffffffffffffffffffff', []],
  ])('filters by %s', async (filters, expected) => {
    expect(names(await list({ filters })).toSorted()).toEqual(expected.toSorted())
  })

  it('orders, and pages with a token', async () => {
    const query = { filters: 'spec.name=nginxANDspec.type=spectro', orderBy: 'spec.version=1', limit: '1' }
    const first = await list(query)
    expect(names(first)).toEqual(['nginx 1.9.0'])
    expect(first.body.listmeta.count).toBe(2)
    expect(names(await list({ ...query, continue: first.body.listmeta.continue }))).toEqual(['nginx 1.10.0'])
  })

  it('says behind the last page how many there are', async () => {
    const { body } = await list({ offset: '9' })
    expect(body).toEqual({ items: [], listmeta: { continue: '', count: 5, limit: 50, offset: 9 } })
  })

  it('returns only the requested fields, and the name and uid', async () => {
    const { body } = await list({ filters: 'spec.layer=cni', fields: 'spec.version,spec.schema' })
    expect(body.items).toEqual([
      {
        apiVersion: 'v1',
        kind: 'pack',
        metadata: { name: 'calico', uid: expect.any(String) },
        spec: { version: '3.1.0', schema: [expect.objectContaining({ name: 'a', required: true })] },
        status: {},
      },
    ])
  })

  it.each([{ filters: 'spec.secret=1' }, { filters: 'x' }, { orderBy: 'spec.version=2' }, { continue: 'x' }])(
    'refuses %j',
    async (query) => {
      expect(await list(query)).toMatchObject({ status: 400, body: { code: 'BadRequest' } })
    },
  )

  it('shows nothing of another tenant', async () => {
    expect((await list({}, test.fixtures.dev.users.tenantAdmin)).body.items).toEqual([])
  })
})
