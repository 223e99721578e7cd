import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { sender } from '../../../testing/sender.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const packs = ['1.0.0', '1.1.0'].map((version) => ({ name: 'web', version }))
const registryUid = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), { name: 'Ours', packs })

const send = sender(() => test, {
  caller: ({ users, projects }) => as(users.projectAdmin, projects.default),
  below: '/v1/clusterprofiles',
})

let made = 0
async function create(packs: object[] = [], variables: object[] = []) {
  made += 1
  const spec = { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs }, variables }
  const response = await send('POST', '', { metadata: { name: `profile-${made}` }, spec })
  expect(response.statusCode).toBe(201)
  return response.json().uid as string
}

const draftOf = async (uid: string) => (await send('GET', `/${uid}`)).json().spec.draft.packs as { name: string }[]
const web = (fields: object = {}) => ({ name: 'web', tag: '1.0.0', registryUid, values: 'a: 1\n', ...fields })
const manifestLayer = (...names: string[]) => ({
  name: 'm',
  type: 'manifest',
  manifests: names.map((name) => ({ name, content: `kind: ${name}\n` })),
})

describe('single layers', () => {
  it('are added to a profile that has none', async () => {
    const uid = await create()
    const response = await send('POST', `/${uid}/packs`, { pack: web() })
    expect(response.statusCode).toBe(201)
    expect(await draftOf(uid)).toMatchObject([{ name: 'web', packUid: response.json().uid }])
  })

  it('are refused if one of that name exists', async () => {
    const uid = await create([web()])
    const response = await send('POST', `/${uid}/packs`, { pack: web() })
    expect([response.statusCode, response.json().code]).toEqual([409, 'DuplicateClusterPacksForbidden'])
  })

  it('change their version and keep values that are not sent', async () => {
    const uid = await create([web()])
    expect((await send('PUT', `/${uid}/packs/web`, { pack: { name: 'web', tag: '1.1.0' } })).statusCode).toBe(204)
    expect(await draftOf(uid)).toMatchObject([{ version: '1.1.0', tag: '1.1.0', values: 'a: 1\n' }])
  })

  it('are removed', async () => {
    const uid = await create([web(), manifestLayer('one')])
    expect((await send('DELETE', `/${uid}/packs/web`)).statusCode).toBe(204)
    expect((await draftOf(uid)).map(({ name }) => name)).toEqual(['m'])
    expect((await send('DELETE', `/${uid}/packs/web`)).statusCode).toBe(404)
  })
})

describe('single manifests', () => {
  const manifestsOf = async (uid: string) =>
    (await send('GET', `/${uid}/packs/m/manifests`)).json().items as { metadata: { name: string; uid: string } }[]

  it('are added, changed and removed by their uid', async () => {
    const uid = await create([manifestLayer('one')])
    const added = await send('POST', `/${uid}/packs/m/manifests`, { name: 'two', content: 'kind: two\n' })
    expect(added.statusCode).toBe(201)
    const place = `/${uid}/packs/m/manifests/${added.json().uid}`
    expect((await send('PUT', place, { name: 'two', content: 'kind: changed\n' })).statusCode).toBe(204)
    expect(await manifestsOf(uid)).toMatchObject([
      { metadata: { name: 'one' } },
      { metadata: { name: 'two', uid: added.json().uid }, spec: { draft: { content: 'kind: changed\n' } } },
    ])
    expect((await send('DELETE', place)).statusCode).toBe(204)
    expect((await manifestsOf(uid)).map(({ metadata }) => metadata.name)).toEqual(['one'])
    expect((await send('PUT', place, { name: 'two' })).statusCode).toBe(404)
  })
})

describe('a second manifest of a name', () => {
  const refused = { code: 'DuplicateManifest', details: [{ path: 'spec.template.packs[0].manifests[1].name' }] }

  it('is refused in a layer that is sent again', async () => {
    const uid = await create([manifestLayer('one')])
    const answer = await send('PUT', `/${uid}/packs/m`, { pack: manifestLayer('one', 'one') })
    expect([answer.statusCode, answer.json()]).toMatchObject([422, refused])
  })

  it('is refused when it is added', async () => {
    const uid = await create([manifestLayer('one')])
    const answer = await send('POST', `/${uid}/packs/m/manifests`, { name: 'one', content: 'a: 1\n' })
    expect([answer.statusCode, answer.json()]).toMatchObject([422, refused])
  })
})

describe('manifests of a layer that is sent again', () => {
  it('keep their content if none is sent for them', async () => {
    const manifests = ['one', 'two'].map((name) => ({ name, content: `a: ${name}` }))
    const uid = await create([{ ...manifestLayer(), manifests }])
    const again = { ...manifestLayer(), manifests: [{ name: 'two' }, { name: 'one' }] }
    expect((await send('PUT', `/${uid}/packs/m`, { pack: again })).statusCode).toBe(204)
    const { spec } = (await send('GET', `/${uid}/packs/manifests`)).json()
    expect(spec.packs[0].spec.manifests).toMatchObject(manifests.toReversed())
  })
})

describe('variables of a profile', () => {
  const variablesOf = async (uid: string) => (await send('GET', `/${uid}/variables`)).json().variables as object[]
  const variable = (name: string, defaultValue = '') => ({ name, defaultValue })

  it('are replaced, merged and removed', async () => {
    const uid = await create([web()], [variable('one')])
    await send('PUT', `/${uid}/variables`, { variables: [variable('two'), variable('three')] })
    await send('PATCH', `/${uid}/variables`, { variables: [variable('two', 'changed'), variable('four')] })
    const response = await send('DELETE', `/${uid}/variables`, { variables: ['three'] })
    expect(response.statusCode).toBe(204)
    expect(await variablesOf(uid)).toMatchObject([{ name: 'two', defaultValue: 'changed' }, { name: 'four' }])
  })

  it('stay if a layer uses one that would be removed', async () => {
    const uid = await create([web({ values: 'a: "{{.spectro.var.one}}"\n' })], [variable('one')])
    const response = await send('DELETE', `/${uid}/variables`, { variables: ['one'] })
    expect([response.statusCode, response.json().code]).toEqual([422, 'PackVariablesUndefined'])
    expect(await variablesOf(uid)).toMatchObject([{ name: 'one' }])
  })
})

describe('metadata of a profile', () => {
  it('is changed without touching its layers', async () => {
    const uid = await create([web()])
    const metadata = { name: 'renamed', annotations: { description: 'new' }, labels: { a: 'b' } }
    const response = await send('PATCH', `/${uid}/metadata`, { metadata, spec: { version: '1.0.1' } })
    expect(response.statusCode).toBe(204)
    const profile = (await send('GET', `/${uid}`)).json()
    expect(profile).toMatchObject({ metadata: { name: 'renamed', labels: { a: 'b' } }, spec: { version: '1.0.1' } })
    expect(profile.spec.draft.packs).toHaveLength(1)
  })

  it('keeps labels that are not sent, except if everything else is: Go leaves empty maps out', async () => {
    const uid = await create([web()])
    const change = async (metadata: object, spec?: object) => {
      await send('PATCH', `/${uid}/metadata`, { metadata, ...(spec && { spec }) })
      return (await send('GET', `/${uid}`)).json().metadata.labels as Record<string, string>
    }
    expect(await change({ labels: { a: 'b' } })).toEqual({ a: 'b' })
    expect(await change({ annotations: { description: 'other' } })).toEqual({ a: 'b' })
    expect(await change({ name: `untagged-${uid}`, annotations: { description: '' } }, { version: '1.0.0' })).toEqual(
      {},
    )
  })
})
