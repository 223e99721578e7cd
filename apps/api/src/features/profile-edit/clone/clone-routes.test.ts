import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'

let test: TestApp
let source: string

beforeAll(async () => {
  test = await buildTestApp()
  const { stage } = test.fixtures
  source = await addProfile(test, {
    tenantUid: stage.uid,
    scope: 'project',
    scopeUid: stage.projects.default,
    name: 'origin',
    layers: [{ type: 'manifest', name: 'm', values: '# kept\n', manifests: [{ name: 'one', content: 'kind: A\n' }] }],
  })
})
afterAll(async () => test.close())

const clone = (metadata: object, headers: Record<string, string> = inDefault(), path = 'clone') =>
  test.app.inject({
    method: 'POST',
    url: `/v1/clusterprofiles/${source}/${path}`,
    headers,
    payload: path === 'clone' ? { metadata } : metadata,
  })
const change = async (method: 'GET' | 'PUT' | 'PATCH', url: string, payload?: object) => {
  const response = await test.app.inject({ method, url, headers: inDefault(), ...(payload && { payload }) })
  expect(response.statusCode).toBeLessThan(300)
  return response
}
const exported = (response: { body: string }) => JSON.parse(response.body).spec.template.packs[0].manifests
const inDefault = () => as(test.fixtures.stage.users.projectAdmin, test.fixtures.stage.projects.default)
const read = async (uid: string) =>
  (await test.app.inject({ url: `/v1/clusterprofiles/${uid}`, headers: inDefault() })).json()

describe('POST /v1/clusterprofiles/{uid}/clone', () => {
  it('makes a draft of the same name and another version, with a uid of its own', async () => {
    const response = await clone({ name: 'origin', version: '1.1.0' })
    expect(response.statusCode).toBe(201)
    const made = await read(response.json().uid)
    expect(response.json().uid).not.toBe(source)
    expect(made.spec).toMatchObject({ version: '1.1.0', draft: { packs: [{ name: 'm', values: '# kept\n' }] } })
    expect(made.spec.versions).toHaveLength(2)
  })

  it('shows what was published before it is published itself, as the provider reads it before it changes it', async () => {
    const response = await clone({ name: 'origin', version: '1.2.0' })
    const path = `/v1/clusterprofiles/${response.json().uid}`
    const { spec, status } = await read(response.json().uid)
    expect([status.isPublished, spec.published.profileVersion]).toEqual([false, '1.2.0'])
    expect(spec.published.packs).toMatchObject([{ name: 'm', values: '# kept\n', manifests: [{ name: 'one' }] }])
    const [{ uid }] = spec.published.packs[0].manifests
    const layer = { name: 'm', type: 'manifest', manifests: [{ name: 'one', uid, content: 'kind: B\n' }] }
    await change('PUT', path, { spec: { template: { packs: [layer] } } })
    expect(exported(await change('GET', `${path}/export`))).toEqual([{ name: 'one', content: 'kind: B\n' }])
    await change('PATCH', `${path}/publish`)
    const published = (await read(response.json().uid)).spec
    expect(published.draft).toBeUndefined()
    expect(published.published.packs[0].manifests).toEqual([{ kind: 'manifest', name: 'one', uid }])
  })

  it('refuses a name and version that is there', async () => {
    const response = await clone({ name: 'origin', version: '1.0.0' })
    expect([response.statusCode, response.json().code]).toEqual([409, 'ClusterProfileAlreadyExists'])
  })

  it('puts the clone into the tenant for who may create there', async () => {
    const target = { scope: 'tenant' }
    const { tenantAdmin } = test.fixtures.stage.users
    expect((await clone({ name: 'of-tenant', target })).statusCode).toBe(403)
    const response = await clone({ name: 'of-tenant', target }, as(tenantAdmin, test.fixtures.stage.projects.default))
    expect(response.statusCode).toBe(201)
    expect((await read(response.json().uid)).metadata.annotations.scope).toBe('tenant')
  })

  it('finds no project that is not the caller’s', async () => {
    const target = { scope: 'project', projectUid: test.fixtures.dev.projects.default }
    expect((await clone({ name: 'elsewhere', target })).statusCode).toBe(404)
  })
})

describe('POST /v1/clusterprofiles/{uid}/clone/validate', () => {
  it('answers as the clone would and makes none', async () => {
    expect((await clone({ name: 'free' }, inDefault(), 'clone/validate')).statusCode).toBe(204)
    expect((await clone({ name: 'free' }, inDefault(), 'clone/validate')).statusCode).toBe(204)
    expect((await clone({ name: 'origin', version: '1.0.0' }, inDefault(), 'clone/validate')).statusCode).toBe(409)
  })
})
