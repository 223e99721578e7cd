import { startOciRegistry, type TestOciRegistry } from '@waybill/pack-sources/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { profileJson } from '../../testing/documents.ts'
import { newUid } from '../../platform/database/uid.ts'
import { sender } from '../../testing/sender.ts'
import { buildTestApp, type TestApp } from '../../testing/test-app.ts'

let oci: TestOciRegistry
let test: TestApp
let charts: string
let gone: string
let names = 0

const chart = (name: string, version: string) => ({
  chartYaml: { apiVersion: 'v2', name, version, description: `The chart ${name}` },
  files: {
    [`${name}/Chart.yaml`]: `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
    [`${name}/values.yaml`]: '# kept\nreplicas: 3\n',
  },
})

beforeAll(async () => {
  oci = await startOciRegistry()
  for (const version of ['1.0.0', '1.2.0', '1.2.3', '2.0.0']) {
    await oci.pushChart('team/web', version, chart('web', version))
  }
  test = await buildTestApp({ settings: { ALLOWED_HOSTS: new URL(oci.endpoint).host } })
  await addRegistry(db(), { name: 'Public Repo', packs: [{ name: 'page', version: '1.0.0' }] })
  charts = await addUnsynced('Charts', oci.endpoint)
  gone = await addUnsynced('Gone', 'http://127.0.0.1:9')
})
afterAll(async () => {
  await test.close()
  await oci.stop()
})
beforeEach(async () => {
  await db().packVersion.deleteMany({ where: { registryUid: charts } })
})

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)

async function addUnsynced(name: string, endpoint: string) {
  const uid = newUid()
  const kind = { kind: 'oci', providerType: 'helm', ociType: 'basic', isSyncSupported: false }
  const data = { uid, tenantUid: test.fixtures.stage.uid, name, endpoint, baseContentPath: 'team', ...kind }
  await db().registry.create({ data })
  return uid
}

const send = sender(() => test)
const template = (...packs: object[]) => ({ type: 'add-on', cloudType: 'all', packs })
const create = (...packs: object[]) =>
  send('POST', '/v1/clusterprofiles', {
    metadata: { name: `charts-${(names += 1)}` },
    spec: { version: '1.0.0', template: template(...packs) },
  })
const layersOf = async (uid: string) => (await send('GET', `/v1/clusterprofiles/${uid}`)).json().spec.draft.packs
const web = (fields: object = {}) => ({ name: 'web', tag: '1.2.0', registryUid: charts, type: 'oci', ...fields })
const held = () => db().packVersion.findMany({ where: { registryUid: charts }, orderBy: { version: 'asc' } })

describe('a chart of a registry that is not synchronised', () => {
  it('is looked up for a layer that names it, and stored with its digest', async () => {
    const answer = await create(web())
    expect(answer.statusCode).toBe(201)
    const [pack] = await held()
    expect(await layersOf(answer.json().uid)).toMatchObject([
      { name: 'web', version: '1.2.0', packUid: pack?.uid, registryUid: charts },
    ])
    expect(pack).toMatchObject({ type: 'oci', sourceDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) })
    expect(pack?.location).toBe(`team/web:1.2.0@${pack?.sourceDigest}`)
  })

  it('is found by a floating tag: the newest version that it matches', async () => {
    const answer = await create(web({ tag: '1.x' }))
    expect(await layersOf(answer.json().uid)).toMatchObject([{ tag: '1.x', version: '1.2.3' }])
  })

  it('can be named by a change', async () => {
    const { uid } = (await create({ name: 'page', tag: '1.0.0', type: 'spectro' })).json()
    const packs = [{ name: 'page', tag: '1.0.0', type: 'spectro' }, web()]
    const answer = await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: template(...packs) } })
    expect(answer.statusCode).toBe(204)
    expect(await layersOf(uid)).toMatchObject([{ name: 'page' }, { name: 'web', registryUid: charts }])
  })

  it('is reported missing if the registry does not have that version', async () => {
    const answer = await create(web({ tag: '9.9.9' }))
    expect(answer.json()).toMatchObject({ code: 'PackNotFound', details: [{ path: 'spec.template.packs[0].name' }] })
  })

  it.each([
    ['of that name', { name: 'Charts' }],
    ['that is not here, where no other holds it', { name: 'Elsewhere' }],
  ])('is imported with a file that names a registry %s', async (_case, registry) => {
    const pack = { name: 'web', type: 'oci', version: '1.2.0', tag: '1.2.0', values: 'a: 1\n' }
    const file = profileJson({ name: `file-${(names += 1)}`, packs: [{ ...pack, registry: { metadata: registry } }] })
    const answer = await send('POST', '/v1/clusterprofiles/import', file)
    expect(answer.statusCode).toBe(201)
    expect(await layersOf(answer.json().uid)).toMatchObject([{ name: 'web', registryUid: charts }])
  })

  it('is asked for once', async () => {
    await create(web())
    await oci.stop()
    const answer = await create(web())
    oci = await startOciRegistry({ port: Number(new URL(oci.endpoint).port) })
    for (const version of ['1.0.0', '1.2.0', '1.2.3', '2.0.0']) {
      await oci.pushChart('team/web', version, chart('web', version))
    }
    expect(answer.statusCode).toBe(201)
  })
})

describe('a registry that cannot be asked', () => {
  const layer = { name: 'web', type: 'oci', version: '1.2.0', tag: '1.2.0', values: '' }
  const unread = { code: 'RegistryUnread', severity: 'error', params: { registry: 'Gone', reason: 'forbidden-url' } }

  it('refuses a layer that names it, with the reason', async () => {
    const answer = await create(web({ registryUid: gone }))
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({ code: 'RegistryUnreachable', details: [unread] })
  })

  it('is reported by the validation of packs', async () => {
    const answer = await send('POST', '/v1/clusterprofiles/validate/packs', template(web({ registryUid: gone })))
    expect(answer.json().packs.results[0].errors.map(({ code }: { code: string }) => code)).toContain('RegistryUnread')
  })

  it('is reported for a file that names it', async () => {
    const file = profileJson({ packs: [{ ...layer, registry: { metadata: { name: 'Gone' } } }] })
    const answer = await send('POST', '/v1/clusterprofiles/import/validate', file)
    const { problems } = answer.json().plan
    expect(problems.filter(({ code }: { code: string }) => code === unread.code)).toMatchObject([unread])
  })

  it('is a warning for a file that names none, and does not affect packs found elsewhere', async () => {
    const file = profileJson({ name: `file-${(names += 1)}`, packs: [layer] })
    const { problems, canImport } = (await send('POST', '/v1/clusterprofiles/import/validate', file)).json().plan
    expect([canImport, problems]).toMatchObject([true, [{ ...unread, severity: 'warning' }]])
  })

  it('refuses the lookup of its packs with the reason', async () => {
    const answer = await send('GET', `/v1/packs/web/registries/${gone}`)
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'ForbiddenUrl'])
  })
})

describe('GET /v1/packs/{name}/registries/{uid} of a registry that is not synchronised', () => {
  it('returns the versions that the registry has, with their values', async () => {
    const { tags, packValues } = (await send('GET', `/v1/packs/web/registries/${charts}?cloudType=all`)).json()
    expect(tags.map(({ version }: { version: string }) => version)).toEqual(['2.0.0', '1.2.3', '1.2.0', '1.0.0'])
    expect(packValues[0]).toMatchObject({ packUid: tags[0].packUid, values: '# kept\nreplicas: 3\n' })
  })

  it('does not find a chart that the registry does not have', async () => {
    const answer = await send('GET', `/v1/packs/nowhere/registries/${charts}`)
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
  })
})
