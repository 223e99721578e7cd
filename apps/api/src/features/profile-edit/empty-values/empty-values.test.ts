import type { EmptyValuesBody, ProfileBody, ProfileSummariesBody } from '@waybill/api-contract'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf } from '../../../testing/documents.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { recallEmptyValues } from '../../profiles/empty-values/recall-empty-values.ts'

const REQUIRED = `db.password:\n  schema: '{{ required | format "\${password}" }}'\ndb.key:\n  schema: '{{ required }}'\n`
const MASKED = '# ours\ndb:\n  password: ********\n  key: "********"  # why\nurl: pg://app:********@db\n'
const PORT = 'port:\n  schema: \'{{ format "${number}" }}\'\n'
const SECRET = 'kind: Secret\nstringData:\n  token: "********"\n'

const test = await openTestApp()
const stage = () => test.fixtures.stage
const packs = [{ name: 'page', version: '1.0.0', schema: REQUIRED }]
await addRegistry(test.deps.tenantDb(stage().uid), { name: 'Public Repo', packs })

const admin = () => as(stage().users.tenantAdmin)

const send = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, payload?: object, headers: object = {}) =>
  test.app.inject({
    method,
    url: `/v1${path}`,
    headers: { ...admin(), ...headers },
    ...(payload !== undefined && { payload }),
  })

/** Import options that fill in nothing. */
async function importMasked(name: string, variables: readonly object[] = []): Promise<string> {
  return importWith(name, [packOf({ values: MASKED, manifests: [{ name: 'own', content: SECRET }] })], variables)
}

async function importWith(name: string, packs: readonly object[], variables: readonly object[] = []): Promise<string> {
  const upload = uploadOf(profileJson({ name, packs, variables }))
  const response = await test.app.inject({
    method: 'POST',
    url: '/v1/clusterprofiles/import/file?maskedValues=leave-empty',
    payload: upload.payload,
    headers: { ...admin(), ...upload.headers },
  })
  expect(response.statusCode).toBe(201)
  return response.json<{ uid: string }>().uid
}

const read = async (uid: string) => (await send('GET', `/clusterprofiles/${uid}`)).json<ProfileBody>()
const count = async (uid: string) => (await read(uid)).status.emptyValues
const empties = async (uid: string) =>
  (await send('GET', `/clusterprofiles/${uid}/emptyValues`)).json<EmptyValuesBody>()
const pathsOf = async (uid: string) => (await empties(uid)).items.map(({ path }) => path)
const layerOf = async (uid: string) => (await read(uid)).spec.draft?.packs[0]

const at = (path: string, value = 'filled', manifest = '') => ({
  layerName: 'page',
  manifest,
  path,
  part: 0,
  value,
})
const fill = (uid: string, values: readonly object[], headers: object = {}) =>
  send('PUT', `/clusterprofiles/${uid}/emptyValues`, { values }, headers)

describe('values that an import left empty', () => {
  it('are counted with the profile, and listed by layer, place and line', async () => {
    const uid = await importMasked('counted')
    expect(await count(uid)).toBe(4)
    expect((await empties(uid)).items).toEqual([
      { layerName: 'page', manifest: '', path: 'db.password', part: 0, isPart: false, line: 3 },
      { layerName: 'page', manifest: '', path: 'db.key', part: 0, isPart: false, line: 4 },
      { layerName: 'page', manifest: '', path: 'url', part: 0, isPart: true, line: 5 },
      { layerName: 'page', manifest: 'own', path: 'stringData.token', part: 0, isPart: false, line: 3 },
    ])
  })

  it('are found by the filter of the list, which returns how many there are', async () => {
    const uid = await importMasked('listed')
    const list = await send('POST', '/dashboard/clusterprofiles', { filter: { states: ['empty'], search: 'listed' } })
    const { items } = list.json<ProfileSummariesBody>()
    expect(items.map(({ metadata, status }) => [metadata.uid, status.emptyValues])).toEqual([[uid, 4]])
  })

  it('do not exist if an import fills or keeps everything', async () => {
    const uid = await importMasked('full')
    await fill(uid, await allOf(uid))
    expect(await count(uid)).toBe(0)
    const list = await send('POST', '/dashboard/clusterprofiles', { filter: { states: ['empty'], search: 'full' } })
    expect(list.json<ProfileSummariesBody>().items).toEqual([])
  })

  it('include the default of a variable, until it has one', async () => {
    const variables = [{ name: 'TOKEN', displayName: 'Token', defaultValue: '********', isSensitive: true }]
    const uid = await importMasked('with-variable', variables)
    expect(await pathsOf(uid)).toContain('TOKEN')
    const response = await fill(uid, [{ layerName: '', manifest: '', path: 'TOKEN', part: 0, value: 'secret-1' }])
    expect([response.statusCode, await pathsOf(uid)]).toEqual([204, expect.not.arrayContaining(['TOKEN'])])
  })
})

const allOf = async (uid: string) =>
  (await empties(uid)).items.map(({ isPart: _isPart, line: _line, ...place }) => ({ ...place, value: 'x' }))

describe('PUT /v1/clusterprofiles/{uid}/emptyValues', () => {
  it('splices the values in and keeps every other byte', async () => {
    const uid = await importMasked('spliced')
    const response = await fill(uid, [at('db.password', 'p"w'), at('url', 's3cret')])
    expect(response.statusCode).toBe(204)
    expect((await layerOf(uid))?.values).toBe(
      '# ours\ndb:\n  password: "p\\"w"\n  key: ""  # why\nurl: "pg://app:s3cret@db"\n',
    )
    expect(await pathsOf(uid)).toEqual(['db.key', 'stringData.token'])
  })

  it('writes a number or boolean as such if the pack has one there, as an import does', async () => {
    const pack = {
      name: 'typed',
      version: '1.0.0',
      schema: PORT,
      values: 'pin: 1234\nopen: false\nname: shop\nport: ""\n',
    }
    await addRegistry(test.deps.tenantDb(stage().uid), { name: 'Typed Repo', packs: [pack] })
    const values = 'pin: ********\nopen: ********\nname: ********\nport: ********\n'
    const uid = await importWith('typed', [packOf({ name: 'typed', values })])
    const given = { pin: '4711', open: 'true', name: '12', port: '8443' }
    const places = Object.entries(given).map(([path, value]) => ({ ...at(path, value), layerName: 'typed' }))
    expect((await fill(uid, places)).statusCode).toBe(204)
    expect((await layerOf(uid))?.values).toBe('pin: 4711\nopen: true\nname: "12"\nport: 8443\n')
  })

  it('fills some and leaves others empty that the pack requires', async () => {
    const uid = await importMasked('some')
    expect((await fill(uid, [at('db.key')])).statusCode).toBe(204)
    expect(await pathsOf(uid)).toEqual(['db.password', 'url', 'stringData.token'])
  })

  it('writes nothing if the profile is not the one that was read', async () => {
    const uid = await importMasked('stale')
    const { etag } = (await send('GET', `/clusterprofiles/${uid}/emptyValues`)).headers
    await send('PATCH', `/clusterprofiles/${uid}/metadata`, { metadata: { labels: { team: 'two' } } })
    const response = await fill(uid, [at('db.key')], { 'if-match': etag })
    expect([response.statusCode, response.json().code, await count(uid)]).toEqual([412, 'ProfileChanged', 4])
    const { etag: now } = (await send('GET', `/clusterprofiles/${uid}/emptyValues`)).headers
    expect((await fill(uid, [at('db.key')], { 'if-match': now })).statusCode).toBe(204)
  })

  it('refuses a place that is not empty, and a mask as a value', async () => {
    const uid = await importMasked('refused')
    expect((await fill(uid, [at('db.key'), at('replicas')])).json().code).toBe('ResourceNotFound')
    expect((await fill(uid, [at('db.key', '********')])).statusCode).toBe(422)
    expect(await count(uid)).toBe(4)
  })

  it('is for users who may change the profile', async () => {
    const uid = await importMasked('viewed')
    const viewer = as(stage().users.tenantViewer)
    expect((await fill(uid, [at('db.key')], viewer)).statusCode).toBe(403)
    expect((await send('GET', `/clusterprofiles/${uid}/emptyValues`, undefined, viewer)).statusCode).toBe(200)
  })
})

describe('other changes of the profile', () => {
  it('fill values, too', async () => {
    const uid = await importMasked('edited')
    const values = MASKED.replace('********', 'typed').replaceAll('"********"', '""').replace('********', '')
    await send('PATCH', `/clusterprofiles/${uid}/packRefs`, { packs: [{ name: 'page', tag: '1.0.0', values }] })
    expect(await pathsOf(uid)).not.toContain('db.password')
  })

  it('carry them into clones, versions and published content', async () => {
    const uid = await importMasked('carried')
    await fill(uid, [at('db.key'), at('db.password')])
    const clone = await send('POST', `/clusterprofiles/${uid}/clone`, { metadata: { name: 'carried-on' } })
    expect(await count(clone.json<{ uid: string }>().uid)).toBe(2)
    const version = await send('POST', `/clusterprofiles/${uid}/versions`, { spec: { version: '1.1.0' } })
    expect(await count(version.json<{ uid: string }>().uid)).toBe(2)
    expect((await send('PATCH', `/clusterprofiles/${uid}/publish`)).statusCode).toBe(204)
    expect(await count(uid)).toBe(2)
  })

  it('remove them with their layer', async () => {
    const uid = await importMasked('emptied')
    await send('PUT', `/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs: [] } } })
    expect(await count(uid)).toBe(0)
  })

  it('follow a renamed manifest', async () => {
    const uid = await importMasked('renamed')
    const [manifest] = (await layerOf(uid))?.manifests ?? []
    const content = SECRET.replace('"********"', '""')
    const path = `/clusterprofiles/${uid}/packs/page/manifests/${manifest?.uid}`
    expect((await send('PUT', path, { name: 'theirs', content })).statusCode).toBe(204)
    expect((await empties(uid)).items.at(-1)).toMatchObject({ manifest: 'theirs', path: 'stringData.token' })
  })
})

describe('profiles that were imported before empty values were counted', () => {
  it('are counted as far as the record of their import allows', async () => {
    const uid = await importMasked('of-before')
    await fill(uid, [at('db.key')])
    const { prisma } = test.deps
    await prisma.profile.update({ where: { uid }, data: { emptyCount: null, emptyValues: null } })
    expect(await count(uid)).toBe(0)
    expect(await recallEmptyValues(test.deps)).toBe(1)
    // The text around the gap in the URL is not known.
    expect(await pathsOf(uid)).toEqual(['db.password', 'stringData.token'])
    expect(await recallEmptyValues(test.deps)).toBe(0)
  })
})
