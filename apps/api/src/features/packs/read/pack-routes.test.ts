import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const constraints = JSON.stringify({
  dependencies: [
    { packName: 'redis', layer: 'addon', type: 'required', minVersion: '7.0' },
    { packName: 'absent', layer: 'addon', type: 'optional' },
    { packName: 'kubernetes', layer: 'k8s', type: 'notSupported' },
  ],
})

const db = test.deps.tenantDb(test.fixtures.stage.uid)
const registryUid = await addRegistry(db, {
  name: 'A',
  packs: [
    { name: 'nginx', version: '1.9.0', values: 'old: 1\n', displayName: 'Nginx' },
    { name: 'nginx', version: '1.10.2', values: 'new: 1\n', readme: '# Nginx', constraints, displayName: 'Nginx' },
    { name: 'nginx', version: '1.8.0', annotations: '{"system_state":"disabled"}' },
    { name: 'nginx', version: '1.7.0', cloudTypes: ['aws'] },
    { name: 'redis', version: '7.2.0', displayName: 'Redis' },
  ],
})
const rows = await db.packVersion.findMany({ where: { registryUid } })
const uids = new Map(rows.map(({ name, version, uid }) => [`${name} ${version}`, uid]))

const uidOf = (pack: string) => uids.get(pack) ?? ''
const get = async (url: string, user = test.fixtures.stage.users.tenantViewer) => {
  const response = await test.app.inject({ url, headers: as(user) })
  return { status: response.statusCode, body: response.json() }
}
const versions = (body: { tags: { version: string }[] }) => body.tags.map(({ version }) => version)

describe('GET /v1/packs/{uid}', () => {
  it('returns the pack with all versions and the values of the requested one', async () => {
    const { status, body } = await get(`/v1/packs/${uidOf('nginx 1.9.0')}?includePackValues=true`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'nginx', displayName: 'Nginx', registryUid, layer: 'addon' })
    expect(versions(body)).toEqual(['1.10.2', '1.9.0', '1.8.0', '1.7.0'])
    expect(body.packValues).toMatchObject([{ packUid: uidOf('nginx 1.9.0'), values: 'old: 1\n' }])
  })

  it('lists the floating tags that match a version', async () => {
    const { body } = await get(`/v1/packs/${uidOf('nginx 1.9.0')}`)
    expect(body.tags[0]).toMatchObject({ tag: '1.10.2', version: '1.10.2', parentTags: ['1.10.x', '1.x'] })
  })

  it('names the packs that it needs, by their newest version beside it', async () => {
    const { body } = await get(`/v1/packs/${uidOf('nginx 1.10.2')}`)
    expect(body.packValues[0].dependencies).toEqual([
      { uid: uidOf('redis 7.2.0'), name: 'redis', displayName: 'Redis', version: '7.2.0', registryUid, logoUrl: '' },
      { uid: '', name: 'absent', displayName: 'absent', version: '', registryUid: '', logoUrl: '' },
    ])
  })

  it('still returns a version that is gone from its registry', async () => {
    const db = test.deps.tenantDb(test.fixtures.stage.uid)
    const where = { uid: uidOf('nginx 1.7.0') }
    await db.packVersion.updateMany({ where, data: { removedAt: new Date() } })
    expect(versions((await get(`/v1/packs/${where.uid}`)).body)).toContain('1.7.0')
    expect(versions((await get(`/v1/packs/${uidOf('nginx 1.9.0')}`)).body)).not.toContain('1.7.0')
    await db.packVersion.updateMany({ where, data: { removedAt: null } })
  })

  it.each(['spectro-manifest-pack', 'ffffffffffffffffffffffff'])('does not find %s', async (uid) => {
    expect(await get(`/v1/packs/${uid}`)).toMatchObject({ status: 404, body: { code: 'ResourceNotFound' } })
  })

  it('finds nothing of another tenant', async () => {
    const result = await get(`/v1/packs/${uidOf('nginx 1.9.0')}`, test.fixtures.dev.users.tenantAdmin)
    expect(result).toMatchObject({ status: 404, body: { code: 'ResourceNotFound' } })
  })
})

describe('GET /v1/packs/{name}/registries/{uid}', () => {
  const list = (name: string, query = '') => get(`/v1/packs/${name}/registries/${registryUid}${query}`)

  it('returns the versions with their values, except for disabled ones', async () => {
    const { body } = await list('nginx', '?cloudType=all')
    expect(versions(body)).toEqual(['1.10.2', '1.9.0', '1.7.0'])
    expect(body.packValues.map(({ packUid, values }: Record<string, string>) => [packUid, values])).toEqual([
      [uidOf('nginx 1.10.2'), 'new: 1\n'],
      [uidOf('nginx 1.9.0'), 'old: 1\n'],
      [uidOf('nginx 1.7.0'), ''],
    ])
  })

  it('finds the pack of a layer with a display name', async () => {
    expect((await list('blue--nginx')).body.name).toBe('nginx')
  })

  it('leaves out other clouds, and returns disabled versions on request', async () => {
    expect(versions((await list('nginx', '?cloudType=azure')).body)).toEqual(['1.10.2', '1.9.0'])
    expect(versions((await list('nginx', '?states=disabled')).body)).toEqual(['1.8.0'])
  })

  it('does not find packs and registries that do not exist here', async () => {
    expect((await list('absent')).status).toBe(404)
    expect((await get('/v1/packs/nginx/registries/ffffffffffffffffffffffff')).status).toBe(404)
  })
})

describe('a pack version', () => {
  it('has a README, which may be empty', async () => {
    expect((await get(`/v1/packs/${uidOf('nginx 1.10.2')}/readme`)).body).toEqual({ readme: '# Nginx' })
    expect((await get(`/v1/packs/${uidOf('nginx 1.9.0')}/readme`)).body).toEqual({ readme: '' })
    expect((await get('/v1/packs/ffffffffffffffffffffffff/readme')).status).toBe(404)
  })

  it('has no logo', async () => {
    const result = await get(`/v1/packs/${uidOf('nginx 1.9.0')}/logo`)
    expect(result).toMatchObject({ status: 404, body: { code: 'ResourceNotFound' } })
  })
})
