import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const needsDatabase = JSON.stringify({
  dependencies: [{ packName: 'database', layer: 'addon', type: 'required', minVersion: '1.0', maxVersion: '' }],
})

const db = test.deps.tenantDb(stage().uid)
const registryUid = await addRegistry(db, {
  name: 'Public Repo',
  packs: [
    { name: 'page', version: '1.0.0', displayName: 'A Page', constraints: needsDatabase },
    { name: 'database', version: '1.2.0', displayName: 'Database' },
  ],
})
const { uid: packUid } = await db.packVersion.findFirstOrThrow({ where: { name: 'page' } })
const layers = [{ name: 'page', values: 'a: 1\n', packUid, registryUid }]
let uid: string
beforeEach(async () => {
  uid = await addProfile(test, { tenantUid: stage().uid, layers })
})

const viewer = () => as(stage().users.tenantViewer)
const validate = (path: string, payload: object, headers = viewer()) =>
  test.app.inject({ method: 'POST', url: `/v1/clusterprofiles/${path}`, headers, payload })
const page = (overrides: object = {}) => ({ name: 'page', tag: '1.0.0', registryUid, values: 'a: 1\n', ...overrides })
const database = () => ({ name: 'database', tag: '1.2.0', registryUid, manifests: null })
const template = (...packs: object[]) => ({ type: 'add-on', cloudType: 'all', packs })
const codes = (body: { packs: { results: { errors: { code: string }[] }[] } }) =>
  body.packs.results.map(({ errors }) => errors.map(({ code }) => code))

describe('POST /v1/clusterprofiles/validate/packs', () => {
  it('returns no errors for compatible packs', async () => {
    const response = await validate('validate/packs', template(page(), database()))
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({
      packs: {
        results: [
          { name: 'page', displayName: 'A Page', errors: [] },
          { name: 'database', displayName: 'Database', errors: [] },
        ],
      },
    })
  })

  it.each([
    ['a pack that another one needs', () => [page()], [['PackDependencyMissing']]],
    ['a version that is nowhere', () => [page({ tag: '9.9.9' }), database()], [['PackVersionNotFound'], []]],
    ['values that are no YAML', () => [page({ values: 'a: [' }), database()], [['YamlInvalid'], []]],
  ])('reports what is wrong with %s, with 200', async (_what, packs, expected) => {
    const response = await validate('validate/packs', template(...packs()))
    expect(response.statusCode).toBe(200)
    expect(codes(response.json())).toEqual(expected)
  })

  it('accepts what Go sends for an empty template', async () => {
    const response = await validate('validate/packs', { packs: null })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({ packs: { results: [] } })
  })

  it('writes nothing and quotes no value', async () => {
    const before = await db.profile.count()
    const response = await validate('validate/packs', template(page({ values: 'login: [hunter22' })))
    expect(response.body).not.toContain('hunter22')
    expect(await db.profile.count()).toBe(before)
  })
})

describe('POST /v1/clusterprofiles/{uid}/validate/packs', () => {
  it('checks the profile as it is', async () => {
    const response = await validate(`${uid}/validate/packs`, {})
    expect(response.statusCode).toBe(200)
    expect(codes(response.json())).toEqual([['PackDependencyMissing']])
  })

  it('checks it with the layers of a template', async () => {
    const response = await validate(`${uid}/validate/packs`, template(page(), database()))
    expect(codes(response.json())).toEqual([[], []])
  })

  it('finds no profile of another tenant', async () => {
    const response = await validate(`${uid}/validate/packs`, {}, as(test.fixtures.dev.users.tenantAdmin))
    expect(response.statusCode).toBe(404)
    expect(response.json()).toMatchObject({ code: 'ResourceNotFound', details: [] })
  })
})

describe('PATCH /v1/clusterprofiles/{uid}/packRefs', () => {
  const patch = (payload: object, headers = as(stage().users.tenantAdmin)) =>
    test.app.inject({ method: 'PATCH', url: `/v1/clusterprofiles/${uid}/packRefs?notify=1`, headers, payload })
  const layers = async () => {
    const url = `/v1/clusterprofiles/${uid}/packs`
    const response = await test.app.inject({ url, headers: as(stage().users.tenantAdmin) })
    return response.json().items.map(({ spec }: { spec: { name: string; values: string } }) => [spec.name, spec.values])
  }

  it('changes the named layers and keeps the others', async () => {
    const headers = as(stage().users.tenantAdmin)
    await test.app.inject({
      method: 'POST',
      url: `/v1/clusterprofiles/${uid}/packs`,
      headers,
      payload: { pack: database() },
    })
    const response = await patch({ uid, packs: [page({ values: 'a: 2\n' })] })
    expect(response.statusCode).toBe(204)
    expect(response.headers['audituid']).toMatch(/^[0-9a-f]{24}$/)
    expect(await layers()).toEqual([
      ['page', 'a: 2\n'],
      ['database', ''],
    ])
  })

  it('changes nothing if one of the layers does not exist', async () => {
    const response = await patch({ packs: [page({ values: 'a: 3\n' }), { name: 'none', tag: '1.0.0' }] })
    expect(response.statusCode).toBe(404)
    expect(await layers()).toEqual([['page', 'a: 1\n']])
  })

  it('refuses a body that means another profile', async () => {
    expect((await patch({ uid: '0'.repeat(24), packs: [] })).statusCode).toBe(422)
  })

  it.each([
    ['of another tenant', () => as(test.fixtures.dev.users.tenantAdmin), 404],
    ['that the caller may not change', viewer, 403],
  ])('changes no profile %s', async (_which, headers, status) => {
    expect((await patch({ packs: [] }, headers())).statusCode).toBe(status)
  })
})
