import { describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { addSession } from '../../../testing/sessions.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const PASSWORD = 'Tr0ub4dor-and-3'
const values = `replicas: 2\nauth:\n  password: '${PASSWORD}'\n`

const test = await openTestApp()
const stage = () => test.fixtures.stage
const session = await signedIn()
const uid = await addProfile(test, {
  tenantUid: stage().uid,
  name: 'web',
  version: '1.2.0',
  layers: [{ name: 'database', type: 'manifest', values }],
})

const admin = () => as(stage().users.tenantAdmin)

async function signedIn() {
  const { uid: tenantUid, users } = stage()
  const token = await addSession(test, { tenantUid, userUid: users.tenantAdmin.uid })
  return { cookie: `waybill=${token}`, 'sec-fetch-site': 'same-origin' }
}

const read = async (of: string, headers = admin()) =>
  (await test.app.inject({ url: `/v1/clusterprofiles/${of}`, headers })).json()

/** Saves a new version with three replicas, as from a screen. */
async function save(version: string, { query = '', headers = {} }: { query?: string; headers?: object } = {}) {
  const { spec } = await read(uid, session)
  const [layer] = (spec.draft ?? spec.published).packs
  const packs = [{ name: 'database', type: 'manifest', values: layer.values.replace('2', '3') }]
  return test.app.inject({
    method: 'POST',
    url: `/v1/clusterprofiles/${uid}/versions${query}`,
    headers: { ...session, ...headers },
    payload: { spec: { version, template: { packs } } },
  })
}

describe('POST /v1/clusterprofiles/{uid}/versions', () => {
  it('creates a version with the changes, keeps what is behind masks, and leaves the other as it is', async () => {
    const response = await save('1.3.0')
    expect(response.statusCode).toBe(201)
    const made = await read(response.json().uid)
    expect([made.metadata.name, made.spec.version, made.status.isPublished]).toEqual(['web', '1.3.0', false])
    expect(made.spec.draft.packs[0].values).toBe(values.replace('2', '3'))
    const { spec } = await read(uid)
    expect((spec.draft ?? spec.published).packs[0].values).toBe(values)
  })

  it.each([
    ['spec.layers', (packs: object[]) => ({ spec: { version: '7.0.0', layers: packs } })],
    ['spec.draft.packs', (packs: object[]) => ({ spec: { version: '7.0.0', draft: { packs } } })],
    ['packs', (packs: object[]) => ({ packs, spec: { version: '7.0.0' } })],
  ])('is refused for changes that would be ignored, in %s, and creates no version', async (place, bodyOf) => {
    const payload = bodyOf([{ name: 'database', type: 'manifest', values }])
    const url = `/v1/clusterprofiles/${uid}/versions`
    const answer = await test.app.inject({ method: 'POST', url, headers: session, payload })
    expect([answer.statusCode, answer.json().details]).toMatchObject([422, [{ code: 'InvalidValue', path: place }]])
  })

  it('changes only the named layers, and keeps what is behind all masks', async () => {
    const two = await addProfile(test, {
      tenantUid: stage().uid,
      name: 'two',
      layers: [
        { name: 'database', type: 'manifest', values },
        { name: 'queue', type: 'manifest', values },
      ],
    })
    const { spec } = await read(two, session)
    const shown = (spec.draft ?? spec.published).packs[0].values
    const response = await test.app.inject({
      method: 'POST',
      url: `/v1/clusterprofiles/${two}/versions`,
      headers: session,
      payload: { spec: { version: '2.0.0', packs: [{ name: 'database', values: shown.replace('2', '3') }] } },
    })
    expect(response.statusCode).toBe(201)
    const made = await read(response.json().uid)
    expect([made.metadata.name, made.spec.version]).toEqual(['two', '2.0.0'])
    expect(made.spec.draft.packs.map((layer: { values: string }) => layer.values)).toEqual([
      values.replace('2', '3'),
      values,
    ])
  })

  it('creates nothing if a named layer does not exist', async () => {
    const response = await test.app.inject({
      method: 'POST',
      url: `/v1/clusterprofiles/${uid}/versions`,
      headers: session,
      payload: { spec: { version: '9.0.0', packs: [{ name: 'gone', values: '' }] } },
    })
    expect([response.statusCode, response.json().code]).toEqual([404, 'ResourceNotFound'])
    const { items } = (
      await test.app.inject({ method: 'GET', url: `/v1/console/clusterprofiles/${uid}/versions`, headers: admin() })
    ).json()
    expect(JSON.stringify(items)).not.toContain('9.0.0')
  })

  it('publishes it at once if requested', async () => {
    const response = await save('1.4.0', { query: '?publish=true' })
    expect((await read(response.json().uid)).status.isPublished).toBe(true)
  })

  it('refuses a version that exists', async () => {
    const response = await save('1.2.0')
    expect([response.statusCode, response.json().code]).toEqual([409, 'ClusterProfileAlreadyExists'])
  })

  it('is refused if somebody has saved meanwhile', async () => {
    const response = await save('1.5.0', { headers: { 'if-match': '"1"' } })
    expect([response.statusCode, response.json().code]).toEqual([412, 'ProfileChanged'])
  })

  it('needs permission to create a profile in this one’s scope', async () => {
    const { users, projects } = stage()
    const headers = as(users.projectAdmin, projects.default)
    const payload = { spec: { version: '1.6.0' } }
    const url = `/v1/clusterprofiles/${uid}/versions`
    const response = await test.app.inject({ method: 'POST', url, headers, payload })
    expect(response.statusCode).toBe(403)
  })
})
