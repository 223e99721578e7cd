import { describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { addRegistry } from '../../../testing/catalogue.ts'

const test = await openTestApp()

const { stage } = test.fixtures
const source = await addProfile(test, {
  tenantUid: stage.uid,
  scope: 'project',
  scopeUid: stage.projects.default,
  name: 'origin',
  layers: [{ type: 'manifest', name: 'm', values: '# kept\n', manifests: [{ name: 'one', content: 'kind: A\n' }] }],
})

const clone = (metadata: object, headers: Record<string, string> = inDefault(), path = 'clone', uid = source) =>
  test.app.inject({
    method: 'POST',
    url: `/v1/clusterprofiles/${uid}/${path}`,
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
  it('creates a draft of the same name and another version, with a uid of its own', async () => {
    const response = await clone({ name: 'origin', version: '1.1.0' })
    expect(response.statusCode).toBe(201)
    const made = await read(response.json().uid)
    expect(response.json().uid).not.toBe(source)
    expect(made.spec).toMatchObject({ version: '1.1.0', draft: { packs: [{ name: 'm', values: '# kept\n' }] } })
    expect(made.spec.versions).toHaveLength(2)
  })

  it('shows published content before it is published itself, since the provider reads it before changing it', async () => {
    const response = await clone({ name: 'read-early', version: '1.2.0' })
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

  it('refuses a name and version that exists', async () => {
    const response = await clone({ name: 'origin', version: '1.0.0' })
    expect([response.statusCode, response.json().code]).toEqual([409, 'ClusterProfileAlreadyExists'])
  })

  it('puts the clone into the tenant for users who may create profiles there', async () => {
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

describe('a clone of a profile of the tenant into a project', () => {
  const ofTenant = (fields: object) => addProfile(test, { tenantUid: test.fixtures.stage.uid, ...fields })
  const layer = (fields: object) => ({ layers: [{ type: 'manifest', name: 'm', ...fields }] })
  const holding: Record<string, object> = {
    'values with a secret': layer({ values: 'db:\n  password: hunter2-of-ours\n' }),
    'a manifest with a secret': layer({
      manifests: [{ name: 'one', content: 'kind: Secret\nstringData:\n  key: hunter2-of-ours\n' }],
    }),
    'a sensitive variable': {
      ...layer({}),
      variables: [{ name: 'token', defaultValue: 'hunter2-of-ours', isSensitive: true }],
    },
  }

  /** The answers to both requests for a clone. */
  const answers = async (uid: string) => {
    const paths = ['clone', 'clone/validate']
    const responses = await Promise.all(paths.map((path) => clone({ name: 'of-masks' }, inDefault(), path, uid)))
    return responses.map((response) => response.json())
  }
  const refusal = { code: 'Forbidden', message: expect.stringContaining('clusterProfile.update') }

  it('is created for users who may not change the profile if nothing in it is masked', async () => {
    const uid = await ofTenant(layer({ values: 'a: 1\n' }))
    expect((await clone({ name: 'plain' }, inDefault(), 'clone', uid)).statusCode).toBe(201)
  })

  it.each(Object.keys(holding))('is refused to users who see %s masked', async (what) => {
    expect(await answers(await ofTenant(holding[what] ?? {}))).toMatchObject([refusal, refusal])
    expect(await test.deps.tenantDb(test.fixtures.stage.uid).profile.count({ where: { name: 'of-masks' } })).toBe(0)
  })

  it('is refused to users who see masks of what a newer schema of the pack declares', async () => {
    const schema = `licence:\n  schema: '{{ format "\${password}" }}'\n`
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const registryUid = await addRegistry(db, { name: 'Ours', packs: [{ name: 'page', version: '1.0.0', schema }] })
    const packUid = (await db.packVersion.findFirstOrThrow({ where: { registryUid } })).uid
    const stale = { name: 'page', type: 'spectro', values: 'licence: north-7\n', packUid, registryUid, schema: '' }
    expect(await answers(await ofTenant(layer(stale)))).toMatchObject([refusal, refusal])
  })

  it('holds the true values for users who may change the profile', async () => {
    const uid = await ofTenant(holding['values with a secret'] ?? {})
    const target = { scope: 'project', projectUid: test.fixtures.stage.projects.default }
    const response = await clone({ name: 'of-values', target }, as(test.fixtures.stage.users.tenantAdmin), 'clone', uid)
    expect((await read(response.json().uid)).spec.draft.packs[0].values).toContain('hunter2-of-ours')
  })
})

describe('POST /v1/clusterprofiles/{uid}/clone/validate', () => {
  it('answers like the clone and creates none', async () => {
    expect((await clone({ name: 'free' }, inDefault(), 'clone/validate')).statusCode).toBe(204)
    expect((await clone({ name: 'free' }, inDefault(), 'clone/validate')).statusCode).toBe(204)
    expect((await clone({ name: 'origin', version: '1.0.0' }, inDefault(), 'clone/validate')).statusCode).toBe(409)
  })
})
