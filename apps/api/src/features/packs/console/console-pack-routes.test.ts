import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { addProfile } from '../../../testing/profiles.ts'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'

let test: TestApp
let uids: Map<string, string>
const downloads: string[] = []

const archive = makeChart({ 'values.yaml': 'replicas: 2 # two\n', 'README.md': '# Chart' })
const server = createServer((request, response) => {
  downloads.push(request.url ?? '')
  response.statusCode = request.url === '/nginx-1.0.0.tgz' ? 200 : 404
  response.end(response.statusCode === 200 ? archive : '')
})

function makeChart(files: Readonly<Record<string, string>>): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'waybill-chart-'))
  mkdirSync(join(folder, 'nginx'))
  const all = { 'Chart.yaml': 'apiVersion: v2\nname: nginx\nversion: 1.0.0\n', ...files }
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, 'nginx', name), text)
  const bytes = execFileSync('tar', ['-czf', '-', '-C', folder, 'nginx'])
  rmSync(folder, { recursive: true })
  return bytes
}

const SCHEMA = `a:\n  schema: '{{ required }}'\n`
const constraints = JSON.stringify({
  dependencies: [{ packName: 'kubernetes', layer: 'k8s', minVersion: '1.27', maxVersion: null }],
  resources: [{ type: 'memory', minLimit: 512, components: [] }],
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has both address and port.
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  test = await buildTestApp({ settings: { ALLOWED_HOSTS: address } })
  const db = test.deps.tenantDb(test.fixtures.stage.uid)
  await addRegistry(db, {
    name: 'Packs',
    packs: [
      {
        name: 'redis',
        version: '7.2.0',
        constraints,
        eol: '2030-01-01',
        values: 'a: 1\n',
        readme: '# R',
        schema: SCHEMA,
      },
      { name: 'redis', version: '6.0.0', layer: 'addon', cloudTypes: ['aws'] },
    ],
  })
  const chart = { isContentRead: false, name: 'nginx' }
  const charts = await addRegistry(db, {
    name: 'Charts',
    kind: 'helm',
    packs: [
      { ...chart, version: '1.0.0', location: `http://${address}/nginx-1.0.0.tgz` },
      { ...chart, version: '0.9.0', location: `http://${address}/nginx-0.9.0.tgz` },
      { name: 'redis', version: '7.0.0' },
    ],
  })
  await db.registry.updateMany({ where: { uid: charts }, data: { endpoint: `http://${address}` } })
  const rows = await db.packVersion.findMany()
  uids = new Map(rows.map(({ name, version, uid }) => [`${name} ${version}`, uid]))
})
afterAll(async () => {
  await test.close()
  server.close()
})

const uidOf = (pack: string) => uids.get(pack) ?? ''
const get = async (url: string, headers = as(test.fixtures.stage.users.tenantViewer)) => {
  const response = await test.app.inject({ url, headers })
  return { status: response.statusCode, body: response.json() }
}

describe('GET /v1/console/packs/{uid}', () => {
  it('returns everything about a version, and the versions in all registries', async () => {
    const { status, body } = await get(`/v1/console/packs/${uidOf('redis 7.2.0')}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      name: 'redis',
      registry: { name: 'Packs', kind: 'pack' },
      content: 'read',
      values: 'a: 1\n',
      readme: '# R',
      schemaText: SCHEMA,
      eol: '2030-01-01',
      isRemoved: false,
      dependencies: [{ packName: 'kubernetes', layer: 'k8s', type: 'optional', minVersion: '1.27', maxVersion: '' }],
      resources: [{ type: 'memory', minLimit: 512 }],
    })
    expect(
      body.versions.map(({ version, registryName }: Record<string, string>) => `${version} ${registryName}`),
    ).toEqual(['7.2.0 Packs', '7.0.0 Charts', '6.0.0 Packs'])
  })

  it('lists removed versions last, and marks them', async () => {
    const where = { uid: uidOf('redis 7.2.0') }
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    await db.packVersion.updateMany({ where, data: { removedAt: new Date() } })
    const { body } = await get(`/v1/console/packs/${where.uid}`)
    expect(body.isRemoved).toBe(true)
    expect(body.versions.at(-1)).toMatchObject({ version: '7.2.0', isRemoved: true })
    await db.packVersion.updateMany({ where, data: { removedAt: null } })
  })

  it("fetches a chart's values and README once, when somebody opens it", async () => {
    const url = `/v1/console/packs/${uidOf('nginx 1.0.0')}`
    const looks = await Promise.all([get(url), get(url), get(url)])
    expect(looks.map(({ body }) => [body.content, body.values, body.readme])).toEqual(
      Array(3).fill(['read', 'replicas: 2 # two\n', '# Chart']),
    )
    await get(url)
    expect(downloads.filter((path) => path === '/nginx-1.0.0.tgz')).toHaveLength(1)
  })

  it('says that the content is unavailable if the registry does not return it', async () => {
    const { status, body } = await get(`/v1/console/packs/${uidOf('nginx 0.9.0')}`)
    expect([status, body.content, body.values]).toEqual([200, 'unavailable', ''])
    const { body: entity } = await get(`/v1/packs/${uidOf('nginx 0.9.0')}`)
    expect(entity).toMatchObject({ name: 'nginx', packValues: [] })
  })

  it('finds nothing of another tenant', async () => {
    const headers = as(test.fixtures.dev.users.tenantAdmin)
    expect((await get(`/v1/console/packs/${uidOf('redis 7.2.0')}`, headers)).status).toBe(404)
  })
})

describe('GET /v1/console/packs/{uid}/users', () => {
  it('lists the profiles with such a layer that the caller sees, and counts the others', async () => {
    const { stage } = test.fixtures
    const layers = [{ name: 'cache', packUid: uidOf('redis 6.0.0') }]
    await addProfile(test, { tenantUid: stage.uid, name: 'shared', layers })
    await addProfile(test, {
      tenantUid: stage.uid,
      name: 'own',
      layers,
      scope: 'project',
      scopeUid: stage.projects.other,
    })
    const url = `/v1/console/packs/${uidOf('redis 6.0.0')}/users`
    expect((await get(url)).body).toMatchObject({
      profiles: [
        { name: 'own', scope: 'project', projectName: 'Other', layers: ['cache'] },
        { name: 'shared', scope: 'tenant', projectUid: '', layers: ['cache'] },
      ],
      hidden: 0,
    })
    const inDefault = await get(url, as(stage.users.projectViewer, stage.projects.default))
    expect(inDefault.body).toMatchObject({ profiles: [{ name: 'shared' }], hidden: 1 })
  })
})

describe('GET /v1/console/packs/facets', () => {
  it('lists the values that the newest versions can be filtered by', async () => {
    const { body } = await get('/v1/console/packs/facets')
    expect(body).toMatchObject({
      layers: ['addon'],
      types: ['helm', 'spectro'],
      cloudTypes: ['all'],
      registries: [{ name: 'Charts' }, { name: 'Packs' }],
    })
  })
})
