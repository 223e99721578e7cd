import { beforeEach, describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { addSession } from '../../../testing/sessions.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const PASSWORD = 'Tr0ub4dor-and-3'
const values = `# ours\nreplicas: 2\nauth:\n  password: '${PASSWORD}' # of the database\n`
const manifest = `kind: Secret\nstringData:\n  token: ${PASSWORD}-too\n`

const test = await openTestApp()
let uid: string
const session = await signedIn()
beforeEach(async () => {
  await test.deps.prisma.$executeRaw`TRUNCATE profiles, layers, manifests, variables, audit_events CASCADE`
  uid = await addProfile(test, {
    tenantUid: test.fixtures.stage.uid,
    name: 'web',
    description: `Ours, with ${PASSWORD}-too`,
    layers: [{ name: 'database', type: 'manifest', values, manifests: [{ name: 'token', content: manifest }] }],
    variables: [{ name: 'pin', defaultValue: '4711-4711', isSensitive: true }],
  })
})

async function signedIn() {
  const { uid: tenantUid, users } = test.fixtures.stage
  const token = await addSession(test, { tenantUid, userUid: users.tenantAdmin.uid })
  return { cookie: `waybill=${token}`, 'sec-fetch-site': 'same-origin' }
}

const url = () => `/v1/clusterprofiles/${uid}`
const get = (path = '', headers: Record<string, string> = session) =>
  test.app.inject({ method: 'GET', url: url() + path, headers })
const put = (payload: object, headers: Record<string, string> = {}) =>
  test.app.inject({ method: 'PUT', url: url(), headers: { ...session, ...headers }, payload })

/** The profile as a screen shows it. */
async function shown() {
  const { spec } = (await get()).json()
  const { items } = (await get('/packs/database/manifests')).json()
  const [layer] = (spec.draft ?? spec.published).packs
  return { values: String(layer.values), manifest: String((items[0].spec.draft ?? items[0].spec.published).content) }
}

/** The stored profile, read with an API key. */
async function stored() {
  const key = as(test.fixtures.stage.users.tenantAdmin)
  const { spec } = (await get('', key)).json()
  const { items } = (await get('/packs/database/manifests', key)).json()
  return { values: spec.draft?.packs[0].values, manifest: items[0].spec.draft?.content }
}

const sent = (texts: { values: string; manifest: string }, metadata: object = {}) => {
  const manifests = [{ name: 'token', content: texts.manifest }]
  const packs = [{ name: 'database', type: 'manifest', values: texts.values, manifests }]
  return { metadata, spec: { template: { packs } } }
}

describe('a change that a screen sends back', () => {
  it('keeps every byte behind untouched masks', async () => {
    const seen = await shown()
    expect(seen.values).not.toContain(PASSWORD)
    expect((await put(sent({ ...seen, values: seen.values.replace('replicas: 2', 'replicas: 3') }))).statusCode).toBe(
      204,
    )
    expect(await stored()).toEqual({ values: values.replace('replicas: 2', 'replicas: 3'), manifest })
  })

  it('keeps the default of a sensitive variable', async () => {
    const seen = await shown()
    await put(sent({ ...seen, values: seen.values.replace('replicas: 2', 'replicas: 3') }))
    const { variables } = (await get('/variables', as(test.fixtures.stage.users.tenantAdmin))).json()
    expect(variables[0].defaultValue).toBe('4711-4711')
  })

  it('keeps the default of a sensitive variable that is sent back with others', async () => {
    const { variables } = (await get('/variables')).json()
    expect(variables[0].defaultValue).toBe('********')
    const added = { name: 'region', defaultValue: 'north' }
    await put({ spec: { variables: [{ ...variables[0], description: 'Of the safe' }, added] } })
    const now = (await get('/variables', as(test.fixtures.stage.users.tenantAdmin))).json()
    expect(now.variables).toMatchObject([{ defaultValue: '4711-4711', description: 'Of the safe' }, added])
  })

  it('keeps a variable’s pattern and a label’s name that are shown as masks', async () => {
    const tenantUid = test.fixtures.stage.uid
    const token = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hL3nR6'}`
    const variables = [{ name: 'pin', defaultValue: '4711-4711', regex: '^4711-4711$', isSensitive: true }]
    uid = await addProfile(test, {
      tenantUid,
      name: 'of-token',
      labels: { [token]: 'spectro__tag', a: 'b' },
      variables,
    })
    const seen = (await get('/variables')).json()
    expect(seen.variables[0].regex).toBe('********')
    const { metadata } = (await get()).json()
    expect(metadata.labels).toEqual({ '********': 'spectro__tag', a: 'b' })
    const changed = { metadata: { name: 'of-token', labels: { ...metadata.labels, c: 'd' } }, spec: seen }
    expect((await put(changed)).statusCode).toBe(204)
    const key = as(test.fixtures.stage.users.tenantAdmin)
    expect((await get('', key)).json().metadata.labels).toEqual({ [token]: 'spectro__tag', a: 'b', c: 'd' })
    expect((await get('/variables', key)).json().variables[0].regex).toBe('^4711-4711$')
  })

  it('sets the value that replaced a mask', async () => {
    const seen = await shown()
    await put(sent({ ...seen, manifest: seen.manifest.replace(/"?\*{8}"?/, 'another-one') }))
    expect(await stored()).toEqual({ values, manifest: manifest.replace(`${PASSWORD}-too`, 'another-one') })
  })

  it('is refused with the place of a mask that stands for nothing, and writes nothing', async () => {
    const seen = await shown()
    const texts = {
      values: `${seen.values}extra:\n  password: "********"\n`,
      manifest: seen.manifest.replace('kind', 'Kind'),
    }
    const response = await put(sent(texts))
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({
      code: 'MaskedValues',
      details: [{ path: 'spec.template.packs[0].values', valuePath: 'extra.password' }],
    })
    expect(await stored()).toEqual({ values: undefined, manifest: undefined })
    expect(await test.deps.tenantDb(test.fixtures.stage.uid).auditEvent.count({ where: { action: 'update' } })).toBe(0)
  })

  it('is refused if a mask was put over a value that was shown', async () => {
    const seen = await shown()
    const response = await put(sent({ ...seen, values: seen.values.replace('replicas: 2', 'replicas: "********"') }))
    expect(response.json().details).toMatchObject([{ code: 'MaskedValues', valuePath: 'replicas' }])
  })

  it('keeps what is masked in a description that was left unchanged', async () => {
    const { metadata } = (await get()).json()
    const { description } = metadata.annotations
    expect(description).toContain('********')
    await put(sent(await shown(), { name: 'web', annotations: { description } }))
    const read = (await get('', as(test.fixtures.stage.users.tenantAdmin))).json()
    expect(read.metadata.annotations.description).toBe(`Ours, with ${PASSWORD}-too`)
  })
})

describe('a change of what somebody else has changed meanwhile', () => {
  it('is refused, and theirs stays', async () => {
    const etag = String((await get()).headers.etag)
    const seen = await shown()
    const change = (replicas: number, headers = {}) =>
      put(sent({ ...seen, values: seen.values.replace('replicas: 2', `replicas: ${replicas}`) }), headers)
    expect((await change(3, { 'if-match': etag })).statusCode).toBe(204)
    const late = await change(4, { 'if-match': etag })
    expect([late.statusCode, late.json().code]).toEqual([412, 'ProfileChanged'])
    expect((await stored()).values).toContain('replicas: 3')
  })

  it('is accepted from a user who has read that', async () => {
    const seen = await shown()
    await put(sent({ ...seen, values: `${seen.values}more: 1\n` }))
    const etag = String((await get()).headers.etag)
    expect((await put(sent(await shown()), { 'if-match': etag })).statusCode).toBe(204)
  })
})
