import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { multipartOf } from './testing/hostile/multipart-body.ts'
import { packOf, profileJson } from './testing/documents.ts'
import { addProfile } from './testing/profiles.ts'
import { startPaletteServer, VALUES, type PaletteCall, type PaletteServer } from './testing/palette/palette-server.ts'

/**
 * What the SDK, the Terraform provider and the command line rely on, over TLS. Statuses are tested in
 * client-status-table.test.ts.
 */
let server: PaletteServer
beforeAll(async () => {
  server = await startPaletteServer()
})
afterAll(() => server.close())

const call = async (request: PaletteCall) => {
  const answer = await server.call(request)
  return { ...answer, body: answer.text === '' ? undefined : JSON.parse(answer.text) }
}
const get = async (path: string, headers: Record<string, string> = server.inProject) =>
  (await call({ path, headers })).body
const json = { 'Content-Type': 'application/json' }
const importJson = (document: string, headers: Record<string, string> = server.inProject) =>
  call({
    method: 'POST',
    path: '/v1/clusterprofiles/import?publish=true',
    headers: { ...headers, ...json },
    body: document,
  })
const document = (name: string, fields: object = {}) =>
  profileJson({ name, packs: [packOf({ values: VALUES, ...fields })] })
async function imported(name: string, fields: object = {}, headers?: Record<string, string>): Promise<string> {
  const { status, text, body } = await importJson(document(name, fields), headers)
  expect([status, text]).toEqual([201, expect.any(String)])
  return body.uid
}
const exported = async (uid: string) => (await server.call({ path: `/v1/clusterprofiles/${uid}/export` })).text
const namesOf = (body: { items: { metadata: { name: string } }[] }) => body.items.map(({ metadata }) => metadata.name)

describe('clients of Palette', () => {
  it('may send an empty JSON body with PATCH, DELETE, PUT and POST', async () => {
    const uid = await imported('empty-body')
    const headers = { ...server.inProject, ...json }
    const calls: [method: string, path: string, status: number][] = [
      ['PATCH', `/v1/clusterprofiles/${uid}/publish`, 204],
      ['POST', '/v1/dashboard/clusterprofiles?limit=25', 200],
      ['DELETE', `/v1/clusterprofiles/${uid}`, 204],
    ]
    for (const [method, path, status] of calls) {
      const answer = await call({ method, path, headers })
      expect([method, answer.status]).toEqual([method, status])
    }
    // A JSON body of null is parsed, and refused for its content.
    const path = `/v1/projects/${server.stage.projects.default}/macros`
    expect((await call({ method: 'PUT', path, headers })).status).toSatisfy(
      (status: number) => status === 204 || status === 422,
    )
  })

  it('upload in chunks without a length, under a file name without an extension', async () => {
    const file = { name: 'importFile', fileName: 'profile-import123456', contentType: 'application/octet-stream' }
    const { payload, headers } = multipartOf([{ ...file, content: document('chunked') }])
    const text = payload.toString()
    const answer = await call({
      method: 'POST',
      path: '/v1/clusterprofiles/import/file?format=json&publish=true',
      headers: { ...server.inProject, ...headers },
      body: [text.slice(0, 40), text.slice(40, 200), text.slice(200)],
    })
    expect([answer.status, answer.body]).toEqual([201, { uid: expect.stringMatching(/^[0-9a-f]{24}$/) }])
  })

  it('find the API at the root of the host, over TLS', async () => {
    expect((await call({ path: '/v1/users/info' })).status).toBe(200)
    expect((await call({ path: '/api/v1/users/info' })).status).toBe(404)
  })

  it('may spell the headers of key and project in any case', async () => {
    const uid = await imported('spelled')
    const { ApiKey: key, ProjectUid: project } = server.inProject
    for (const apiKey of ['ApiKey', 'apiKey', 'Apikey']) {
      for (const projectUid of ['ProjectUid', 'ProjectUID', 'Projectuid']) {
        const headers = { [apiKey]: key, [projectUid]: project }
        expect((await get(`/v1/clusterprofiles/${uid}`, headers)).metadata.annotations.scope).toBe('project')
      }
    }
  })

  it('read the scope tenant in the annotations when they name no project', async () => {
    const uid = await imported('of-the-tenant', {}, server.inTenant)
    expect((await get(`/v1/clusterprofiles/${uid}`, server.inTenant)).metadata.annotations.scope).toBe('tenant')
  })

  it('download an export as an octet stream with a file name', async () => {
    const { status, headers } = await server.call({
      path: `/v1/clusterprofiles/${await imported('downloaded')}/export?format=json`,
    })
    expect([status, headers['content-type']]).toEqual([200, 'application/octet-stream'])
    expect(headers['content-disposition']).toMatch(/^attachment;.*downloaded-1\.0\.0\.json/)
  })

  it('get the same export again after exporting and importing it, apart from registry uids and masks', async () => {
    const first = await exported(await imported('round', { values: `${VALUES}\nc: "\u00e9 \u2028"` }))
    const renamed = await importJson(first.replaceAll('"round"', '"round-again"'))
    const second = await exported(renamed.body.uid)
    expect(second.replaceAll('"round-again"', '"round"')).toBe(first)
  })

  it('get back texts that Go wrote with escapes', async () => {
    const escaped = document('escaped', { values: 'a: <b> & c' })
      .replaceAll('<', '\\u003c')
      .replaceAll('>', '\\u003e')
      .replaceAll('&', '\\u0026')
    const { body } = await importJson(escaped)
    const profile = await get(`/v1/clusterprofiles/${body.uid}`)
    expect(profile.spec.published.packs[0].values).toBe('a: <b> & c')
    expect(JSON.parse(await exported(body.uid)).spec.template.packs[0].values).toBe('a: <b> & c')
  })

  it('get values back byte for byte, including comments and the presets in line 1', async () => {
    const profile = await get(`/v1/clusterprofiles/${await imported('commented')}`)
    expect(profile.spec.published.packs[0].values).toBe(VALUES)
  })

  it('read a published profile with its version, its scope and what is published', async () => {
    const uid = await imported('published')
    const { metadata, spec } = await get(`/v1/clusterprofiles/${uid}`)
    expect(metadata).toMatchObject({ uid, name: 'published', annotations: { scope: 'project' } })
    expect(spec.version).toBe('1.0.0')
    expect(spec.published).toMatchObject({ cloudType: 'all', type: 'add-on', profileVersion: '1.0.0' })
    expect(spec.published.packs).toMatchObject([{ name: 'page' }])
  })

  it('get 404 with the code ResourceNotFound for what does not exist', async () => {
    const { status, headers, body } = await call({ path: `/v1/clusterprofiles/${'0'.repeat(24)}` })
    expect([status, body.code]).toEqual([404, 'ResourceNotFound'])
    expect(headers['content-type']).toMatch(/^application\/json/)
    expect(Object.keys(body).toSorted()).toEqual(['code', 'details', 'message', 'ref'])
  })

  it('are refused with 401 and 403 without a word about the key or the resource', async () => {
    const wrong = `${'0'.repeat(16)}.${'A'.repeat(43)}`
    const { users, projects } = server.stage
    const viewer = { ApiKey: users.projectViewer.apiKey, ProjectUid: projects.default }
    const refused = [
      await call({ path: '/v1/users/info', headers: { ApiKey: wrong } }),
      await call({ path: '/v1/users/info', headers: { ApiKey: 'no key at all' } }),
      await call({ path: '/v1/users/info', headers: { Authorization: wrong } }),
      await importJson(document('refused'), viewer),
    ]
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [401, 'Unauthenticated'],
      [401, 'Unauthenticated'],
      [401, 'Unauthenticated'],
      [403, 'Forbidden'],
    ])
    for (const { text } of refused) {
      for (const key of [wrong, 'no key at all', viewer.ApiKey]) expect(text).not.toContain(key)
    }
  })

  it('find a project Default and one registry Public Repo', async () => {
    expect(namesOf(await get('/v1/dashboard/projects/metadata', server.inTenant))).toContain('Default')
    const registries = await get('/v1/registries/metadata', server.inTenant)
    const names: string[] = registries.items.map(({ name }: { name: string }) => name)
    expect(names.filter((name) => name === 'Public Repo')).toHaveLength(1)
  })

  it('read macros unmasked, replace them by PUT, delete them with a body, and cannot use a name twice', async () => {
    const path = `/v1/tenants/${server.stage.uid}/macros`
    const headers = server.inTenant
    const send = (method: string, ...macros: object[]) => call({ method, path, headers, body: { macros } })
    const token = { name: 'token', value: 'a password, maybe' }
    expect((await send('POST', token)).status).toBe(204)
    expect((await get(path, headers)).macros).toEqual([token])
    expect((await send('POST', token)).status).toBe(422)
    const other = { name: 'other', value: 'b' }
    expect((await send('PUT', other, token)).status).toBe(204)
    expect((await send('PUT', other)).status).toBe(204)
    expect((await get(path, headers)).macros).toEqual([other])
    expect((await send('PUT', other, other)).status).toBe(422)
    expect((await send('DELETE', other)).status).toBe(204)
    expect((await get(path, headers)).macros).toEqual([])
  })

  it('page through lists by listmeta, with a limit of 0 too', async () => {
    const tenantUid = server.stage.uid
    for (let number = 0; number < 55; number += 1) await addProfile(server, { tenantUid, name: `page-${number}` })
    const list = (query: string) =>
      call({ method: 'POST', path: `/v1/dashboard/clusterprofiles?${query}`, headers: server.inTenant, body: {} })
    const first = (await list('limit=25')).body
    expect(Object.keys(first.listmeta).toSorted()).toEqual(['continue', 'count', 'limit', 'offset'])
    const names = namesOf(first)
    let next: string = first.listmeta.continue
    while (next !== '') {
      const page = (await list(`limit=25&continue=${encodeURIComponent(next)}`)).body
      names.push(...namesOf(page))
      next = page.listmeta.continue
    }
    expect(new Set(names).size).toBe(first.listmeta.count)
    expect(names).toHaveLength(first.listmeta.count)
    expect((await list('limit=0')).body.items).toHaveLength(50)
  })

  it('filter packs by AND and _in_', async () => {
    const packs = async (filters: string) =>
      namesOf(await get(`/v1/packs?limit=50&filters=${encodeURIComponent(filters)}`))
    expect(await packs('spec.name=pageANDspec.version=1.0.0ANDspec.cloudTypes_in_aws,all')).toEqual(['page'])
    expect(await packs('spec.name=pageANDspec.version=9.9.9')).toEqual([])
    expect(await packs('spec.name=pageANDspec.cloudTypes_in_aws,gcp')).toEqual([])
  })

  it('are refused the same name and version a second time, and nothing is created', async () => {
    await imported('twice')
    const again = await importJson(document('twice'))
    expect([again.status, again.body.code]).toEqual([409, 'ClusterProfileAlreadyExists'])
    expect(await server.db.profile.count({ where: { name: 'twice' } })).toBe(1)
  })

  it('clone to a new version of the same name, and list both', async () => {
    const uid = await imported('cloned')
    const clone = await call({
      method: 'POST',
      path: `/v1/clusterprofiles/${uid}/clone`,
      body: { metadata: { name: 'cloned', version: '2.0.0' } },
    })
    expect(clone.status).toBe(201)
    const { items } = await get('/v1/dashboard/clusterprofiles/metadata')
    const versions = items.filter(({ metadata }: { metadata: { name: string } }) => metadata.name === 'cloned')
    expect(
      versions.map(({ metadata, spec }: { metadata: { uid: string }; spec: { version: string } }) => [
        metadata.uid,
        spec.version,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [uid, '1.0.0'],
        [clone.body.uid, '2.0.0'],
      ]),
    )
    expect(versions).toHaveLength(2)
  })

  it('are refused an import with a mask, and nothing is stored', async () => {
    const answer = await importJson(document('masked', { values: 'password: "********"\n' }))
    expect([answer.status, answer.body.code]).toEqual([422, 'MaskedValues'])
    expect(answer.body.details).toMatchObject([{ code: 'MaskedValues', path: expect.stringContaining('packs[0]') }])
    expect(await server.db.profile.count({ where: { name: 'masked' } })).toBe(0)
  })
})
