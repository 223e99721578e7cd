import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const schema = `db.login:\n  schema: '{{ required | format "\${password}" }}'\n`
const values = '# kept\ndb:\n  login: hunter22\nregion: "{{.spectro.macro.region}}"\n'
const secret = 'kind: Secret\nstringData:\n  a: s3cretValue\n'

const { uid: tenantUid, users } = stage()
const db = test.deps.tenantDb(tenantUid)
const pack = {
  name: 'page', version: '1.0.0', schema, values: 'db:\n  login: ""\n', displayName: 'A Page', addonType: 'logging',
  cloudTypes: ['aws'], eol: '2030-01-31', annotations: '{"system_state":"deprecated"}',
} // prettier-ignore
const registryUid = await addRegistry(db, { name: 'Public Repo', packs: [pack] })
const packUid = (await db.packVersion.findFirstOrThrow({ where: { registryUid } })).uid
const layers = [
  { name: 'page', tag: '1.0.x', values, packUid, registryUid, schema },
  { name: 'raw', type: 'manifest' as const, manifests: [{ name: 'one', content: secret }] },
]
const uid = await addProfile(test, { tenantUid, name: 'web', layers })
await test.app.inject({
  method: 'POST',
  url: `/v1/tenants/${tenantUid}/macros`,
  headers: as(users.tenantAdmin),
  payload: { macros: [{ name: 'region', value: 'north-7' }] },
})

const admin = () => as(stage().users.tenantAdmin)
const viewer = () => as(stage().users.tenantViewer)
const get = (path: string, headers = admin()) => test.app.inject({ url: `/v1/${path}`, headers })
const packs = (path = '', headers = admin()) => get(`clusterprofiles/${uid}/packs${path}`, headers)

const shown = values.replace('hunter22', '"********"')

describe('GET /v1/clusterprofiles/{uid}/packs', () => {
  it('lists the layers with what the catalogue knows about their packs', async () => {
    const response = await packs()
    expect(response.statusCode).toBe(200)
    const [page, raw] = response.json().items
    expect(page.metadata).toMatchObject({ name: 'page', uid: packUid })
    expect(page.spec).toMatchObject({
      name: 'page', displayName: 'A Page', version: '1.0.0', layer: 'addon', type: 'spectro', registryUid,
      cloudTypes: ['aws'], addonType: 'logging', eol: '2030-01-31', annotations: { system_state: 'deprecated' },
      values, schema: [], presets: [],
    }) // prettier-ignore
    expect(raw.spec).toMatchObject({
      displayName: 'raw',
      type: 'manifest',
      manifests: [{ kind: 'manifest', name: 'one' }],
    })
  })

  it('lists what packs declare on request', async () => {
    const [page] = (await packs('?includePackMeta=schema')).json().items
    expect(page.spec.schema).toMatchObject([{ name: 'db.login', type: 'password' }])
  })

  it('masks for a viewer', async () => {
    const response = await packs('', viewer())
    expect(response.json().items[0].spec.values).toBe(shown)
    expect(response.body).not.toContain('hunter22')
  })
})

describe('GET /v1/clusterprofiles/{uid}/packs/manifests', () => {
  it('adds the contents of the manifests', async () => {
    const { metadata, spec } = (await packs('/manifests')).json()
    expect(metadata).toMatchObject({ name: 'web', uid })
    expect(spec.packs[0].spec.manifests).toEqual([])
    expect(spec.packs[1].spec.manifests).toMatchObject([{ name: 'one', content: secret }])
  })

  it('masks for a viewer', async () => {
    expect((await packs('/manifests', viewer())).body).not.toMatch(/hunter22|s3cretValue/)
  })
})

describe('GET /v1/clusterprofiles/{uid}/packs/{packName}', () => {
  it.each(['name', 'uid'])('returns the layer of a %s with its registry and its macros', async (by) => {
    const response = await packs(`/${by === 'uid' ? packUid : 'page'}`)
    expect(response.statusCode).toBe(200)
    const { spec } = response.json()
    expect(spec.pack).toMatchObject({ displayName: 'A Page', values, schema: [{ name: 'db.login' }] })
    expect(spec.registry).toMatchObject({ uid: registryUid, name: 'Public Repo', kind: 'pack', scope: 'tenant' })
    expect(spec.macros).toEqual({ resolved: { region: 'north-7' } })
  })

  it('masks for a viewer', async () => {
    expect((await packs('/page', viewer())).json().spec.pack.values).toBe(shown)
  })

  it('does not find a layer that does not exist', async () => {
    const response = await packs('/none')
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'ResourceNotFound' })
  })
})

describe('GET /v1/clusterprofiles/{uid}/packs/{packName}/config', () => {
  it('says whether the values are the pack’s defaults', async () => {
    const response = await packs(`/page/config?packUid=${packUid}`)
    expect(response.statusCode).toBe(200)
    const [{ spec }] = response.json().items
    expect(spec).toMatchObject({
      name: 'page',
      packUid,
      tag: '1.0.x',
      version: '1.0.0',
      values,
      isValuesOverridden: true,
    })
  })

  it('masks for a viewer', async () => {
    expect((await packs(`/page/config?packUid=${packUid}`, viewer())).json().items[0].spec.values).toBe(shown)
  })

  it('does not find a layer of that name with another pack', async () => {
    expect((await packs(`/page/config?packUid=${'0'.repeat(24)}`)).statusCode).toBe(404)
  })
})

describe('GET /v1/clusterprofiles/{uid}/packs/{packName}/manifests/{manifestUid}', () => {
  const manifestUid = async () => (await packs('/raw')).json().spec.pack.manifests[0].uid

  it('returns the manifest', async () => {
    const response = await packs(`/raw/manifests/${await manifestUid()}`)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ metadata: { name: 'one' }, spec: { published: { content: secret } } })
  })

  it('masks for a viewer', async () => {
    expect((await packs(`/raw/manifests/${await manifestUid()}`, viewer())).body).not.toContain('s3cretValue')
  })

  it('does not find a manifest of another layer', async () => {
    expect((await packs(`/page/manifests/${await manifestUid()}`)).statusCode).toBe(404)
  })
})

describe('GET /v1/dashboard/clusterprofiles/{uid}', () => {
  it('returns the profile without texts, with the states of its packs', async () => {
    const response = await get(`dashboard/clusterprofiles/${uid}`, viewer())
    expect(response.statusCode).toBe(200)
    const { metadata, specSummary, status } = response.json()
    expect(metadata).toMatchObject({ name: 'web', annotations: { scope: 'tenant' } })
    expect(specSummary.versions).toEqual([{ uid, version: '1.0.0' }])
    expect(specSummary.published.packs[0]).toMatchObject({ name: 'page', displayName: 'A Page', packUid })
    expect(status).toMatchObject({ isPublished: true, pack: { deleted: 0, deprecated: 1, disabled: 0 } })
    expect(response.body).not.toContain('# kept')
  })
})

describe('GET /v1/clusterprofiles/{uid}/spc/download', () => {
  it('is not supported', async () => {
    const response = await get(`clusterprofiles/${uid}/spc/download`)
    expect(response.statusCode).toBe(400)
    expect(response.json()).toMatchObject({ code: 'NotSupported' })
  })
})

describe('a profile of another tenant', () => {
  it.each([
    'clusterprofiles/{uid}/packs',
    'clusterprofiles/{uid}/packs/manifests',
    'clusterprofiles/{uid}/packs/resolvedValues',
    'clusterprofiles/{uid}/packs/page',
    'clusterprofiles/{uid}/packs/page/config?packUid=1',
    'clusterprofiles/{uid}/packs/raw/manifests/1',
    'dashboard/clusterprofiles/{uid}',
    'clusterprofiles/{uid}/spc/download',
  ])('is not found by GET /v1/%s', async (path) => {
    const response = await get(path.replace('{uid}', uid), as(test.fixtures.dev.users.tenantAdmin))
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'ResourceNotFound', details: [] })
  })
})

describe('a published profile with a draft', () => {
  it('returns the draft’s layers with the uids that they were published under', async () => {
    const drafted = await addProfile(test, { tenantUid, layers })
    const layer = async (name: string) => (await get(`clusterprofiles/${drafted}/packs/${name}`)).json().spec.pack
    const before = await layer('raw')
    const change = await test.app.inject({
      method: 'PUT',
      url: `/v1/clusterprofiles/${drafted}/packs/page`,
      headers: admin(),
      payload: { pack: { name: 'page', values: 'db:\n  login: changed1\n' } },
    })
    expect(change.statusCode).toBe(204)
    expect((await layer('page')).values).toBe('db:\n  login: changed1\n')
    expect((await layer('raw')).manifests).toEqual(before.manifests)
  })
})
