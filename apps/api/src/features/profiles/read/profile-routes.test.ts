import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { PASSWORD } from '../../../testing/fixtures.ts'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const schema = `db.login:\n  schema: '{{ required | format "\${password}" | hints "Of the database" }}'\n`
const values = '# kept\ndb:\n  login: hunter22\nregion: "{{.spectro.macro.region}}"\n'
const manifest = 'kind: Secret\nstringData:\n  a: s3cretValue\n'

const tenantUid = stage().uid
const db = test.deps.tenantDb(tenantUid)
const registryUid = await addRegistry(db, { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0', schema }] })
const packUid = (await db.packVersion.findFirstOrThrow({ where: { registryUid } })).uid
const layers = [
  { name: 'page', tag: '1.0.x', values, packUid, registryUid, schema },
  {
    name: 'secrets',
    type: 'manifest' as const,
    manifests: [{ name: 'one', content: manifest }],
    registry: { kind: 'pack' },
  },
]
const variables = [
  { name: 'pin', defaultValue: '4711-4711', isSensitive: true },
  { name: 'size', defaultValue: 'small' },
]
const profile = {
  tenantUid,
  name: 'web',
  description: 'A page',
  labels: { team: 'web', AI: 'spectro__tag' },
  layers,
  variables,
}
const uid = await addProfile(test, { ...profile, version: '1.9.0' })
await addProfile(test, { ...profile, version: '1.10.0' })

const get = (path: string, headers: Record<string, string>) =>
  test.app.inject({ url: `/v1/clusterprofiles/${path}`, headers })
const admin = () => as(stage().users.tenantAdmin)
const viewer = () => as(stage().users.tenantViewer)

async function session(): Promise<Record<string, string>> {
  const payload = { email: stage().users.tenantAdmin.email, password: PASSWORD }
  const headers = { 'sec-fetch-site': 'same-origin' }
  const response = await test.app.inject({ method: 'POST', url: '/v1/console/session', payload, headers })
  const [cookie] = response.cookies
  return { cookie: `${cookie?.name}=${cookie?.value}`, ...headers }
}

describe('GET /v1/clusterprofiles/{uid}', () => {
  it('answers in the shape that clients read', async () => {
    const response = await get(uid, admin())
    expect(response.statusCode).toBe(200)
    expect(response.headers['cache-control']).toBe('no-store')
    const { metadata, spec, status } = response.json()
    expect(metadata).toMatchObject({
      name: 'web',
      uid,
      labels: { team: 'web', AI: 'spectro__tag' },
      annotations: { scope: 'tenant', description: 'A page' },
    })
    expect(spec.version).toBe('1.9.0')
    expect(spec.versions.map(({ version }: { version: string }) => version)).toEqual(['1.10.0', '1.9.0'])
    expect(spec.draft).toBeUndefined()
    expect(spec.published).toMatchObject({ type: 'add-on', cloudType: 'all', profileVersion: '1.9.0' })
    expect(status).toMatchObject({ hasUserMacros: true, userMacros: ['region'], isPublished: true, inUseClusters: [] })
  })

  it('says where each layer comes from, and gives a manifest layer a packUid of its own', async () => {
    const [page, secrets] = (await get(uid, admin())).json().spec.published.packs
    expect(page).toMatchObject({
      packUid,
      registryUid,
      registryName: 'Public Repo',
      tag: '1.0.x',
      version: '1.0.0',
      schema: [],
    })
    expect(secrets).toMatchObject({
      type: 'manifest',
      tag: '',
      version: '1.0.0',
      manifests: [{ kind: 'manifest', name: 'one' }],
    })
    expect(secrets.packUid).toMatch(/^[0-9a-f]{24}$/)
  })

  it('returns true values, byte for byte, to a key that may change the profile', async () => {
    expect((await get(uid, admin())).json().spec.published.packs[0].values).toBe(values)
  })

  it.each([
    ['a viewer', async () => viewer()],
    ['the console', session],
    [
      'who may change profiles in a project, for one of the tenant',
      async () => as(stage().users.projectAdmin, stage().projects.default),
    ],
  ])('masks for %s', async (_who, headers) => {
    const response = await get(uid, await headers())
    expect(response.statusCode).toBe(200)
    expect(response.json().spec.published.packs[0].values).toBe(values.replace('hunter22', '"********"'))
    expect(response.body).not.toContain('hunter22')
  })

  it('lists what the pack declares on request', async () => {
    const [page] = (await get(`${uid}?includePackMeta=schema,presets`, viewer())).json().spec.published.packs
    expect(page.schema).toMatchObject([
      { name: 'db.login', type: 'password', required: true, hints: ['Of the database'] },
    ])
  })

  it('masks what a newer schema of the pack declares', async () => {
    const db = test.deps.tenantDb(stage().uid)
    await db.packVersion.updateMany({ where: { uid: packUid }, data: { schema: schema.replace('db.login', 'region') } })
    const profile = { tenantUid: stage().uid, layers: [{ values: 'region: north-7', packUid, registryUid, schema }] }
    const other = await addProfile(test, profile)
    expect((await get(other, viewer())).json().spec.published.packs[0].values).toBe('region: "********"')
    await db.packVersion.updateMany({ where: { uid: packUid }, data: { schema } })
  })

  it.each([
    ['of another tenant', () => [uid, as(test.fixtures.dev.users.tenantAdmin)] as const],
    ['that does not exist', () => ['0'.repeat(24), admin()] as const],
    ['that is no uid', () => ['%00', admin()] as const],
  ])('finds no profile %s', async (_which, request) => {
    const response = await get(...request())
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'ResourceNotFound', details: [] })
  })

  it('shows a profile of a project in the project and in the tenant, and in no other project', async () => {
    const { uid: tenantUid, projects, users } = stage()
    const own = await addProfile(test, { tenantUid, scope: 'project', scopeUid: projects.default })
    const foreign = await addProfile(test, { tenantUid, scope: 'project', scopeUid: projects.other })
    expect((await get(own, as(users.projectAdmin, projects.default))).statusCode).toBe(200)
    expect((await get(foreign, admin())).statusCode).toBe(200)
    expect((await get(foreign, as(users.projectAdmin, projects.default))).statusCode).toBe(404)
  })

  it('masks a draft beside published content', async () => {
    const { uid: tenantUid, users } = stage()
    const layer = { type: 'manifest' as const, name: 'm', values: 'password: hunter2-before\n' }
    const both = await addProfile(test, { tenantUid, layers: [layer] })
    const changed = await test.app.inject({
      method: 'PUT',
      url: `/v1/clusterprofiles/${both}/packs/m`,
      headers: as(users.tenantAdmin),
      payload: { pack: { ...layer, values: 'password: hunter2-after\n' } },
    })
    expect(changed.statusCode).toBe(204)
    const texts = (body: { spec: Record<'draft' | 'published', { packs: { values: string }[] }> }) =>
      [body.spec.draft, body.spec.published].map(({ packs }) => packs[0]?.values)
    expect(texts((await get(both, admin())).json())).toEqual(['password: hunter2-after\n', layer.values])
    expect(texts((await get(both, viewer())).json())).toEqual(Array(2).fill('password: "********"\n'))
  })

  it('shows a draft as a draft', async () => {
    const draft = await addProfile(test, { tenantUid: stage().uid, isPublished: false })
    const { spec, status } = (await get(draft, admin())).json()
    expect(spec.published).toBeUndefined()
    expect(spec.draft.packs).toHaveLength(1)
    expect(status.isPublished).toBe(false)
  })
})

describe('GET /v1/clusterprofiles/{uid}/variables', () => {
  it('lists variables with sensitive defaults masked for a viewer', async () => {
    const defaults = (body: { variables: { defaultValue: string }[] }) =>
      body.variables.map((each) => each.defaultValue)
    expect(defaults((await get(`${uid}/variables`, viewer())).json())).toEqual(['********', 'small'])
    expect(defaults((await get(`${uid}/variables`, admin())).json())).toEqual(['4711-4711', 'small'])
  })

  it('returns an empty list if there are none', async () => {
    const bare = await addProfile(test, { tenantUid: stage().uid })
    expect((await get(`${bare}/variables`, admin())).json()).toEqual({ variables: [] })
  })
})

describe('GET /v1/clusterprofiles/{uid}/packs/{packName}/manifests', () => {
  it('returns the published content', async () => {
    const [item] = (await get(`${uid}/packs/secrets/manifests`, admin())).json().items
    expect(item.metadata).toMatchObject({ name: 'one' })
    expect(item.spec.published.content).toBe(manifest)
  })

  it('masks a Secret for a viewer and returns the digest of what it shows', async () => {
    const response = await get(`${uid}/packs/secrets/manifests`, viewer())
    expect(response.body).not.toContain('s3cretValue')
    const { content, digest } = response.json().items[0].spec.published
    expect(digest).toBe(createHash('sha256').update(content).digest('hex'))
  })
})

describe('variables of a profile', () => {
  const addWithCopy = () =>
    addProfile(test, {
      tenantUid: test.fixtures.stage.uid,
      layers: [{ values: 'db:\n  password: "correct horse battery staple"\n' }],
      variables: [{ name: 'copy', defaultValue: 'correct horse battery staple' }],
    })
  const read = async (uid: string, user: 'tenantAdmin' | 'tenantViewer') =>
    test.app.inject({ url: `/v1/clusterprofiles/${uid}/variables`, headers: as(test.fixtures.stage.users[user]) })

  it('are read without the layers for users who see true values', async () => {
    const uid = await addWithCopy()
    await test.deps.tenantDb(test.fixtures.stage.uid).layer.updateMany({
      where: { profileUid: uid },
      data: { values: Buffer.from('not encrypted') },
    })
    const answer = await read(uid, 'tenantAdmin')
    expect(answer.json()).toMatchObject({ variables: [{ defaultValue: 'correct horse battery staple' }] })
  })

  it('hide copies of secrets in the layers from users who see masks', async () => {
    const answer = await read(await addWithCopy(), 'tenantViewer')
    expect(answer.body).not.toContain('correct horse battery staple')
  })
})
