import type { ExportPreviewBody } from '@waybill/api-contract'
import { readDocument, serializeDocument } from '@waybill/profile-format'
import { exportedFiles, tellWithout } from '@waybill/test-data'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const stage = () => test.fixtures.stage

const schema = `db.login:\n  schema: '{{ format "\${password}" }}'\n`
const values = '# <kept> & whole\ndb:\n  login: hunter22\napiToken: abcd-efgh-1234\nregion: "{{.spectro.macro.region}}"'
const pin = { name: 'pin', defaultValue: '4711-4711', isSensitive: true }

const tenantUid = stage().uid
const db = test.deps.tenantDb(tenantUid)
const registryUid = await addRegistry(db, {
  name: 'Ours',
  kind: 'oci',
  packs: [{ name: 'page', version: '1.0.0', schema }],
})
const { uid: packUid } = await db.packVersion.findFirstOrThrow({ where: { registryUid } })
const page = { name: 'page', tag: '1.0.0', type: 'oci' as const, values, packUid, registryUid, schema }
const raw = {
  name: 'raw',
  type: 'manifest' as const,
  manifests: [{ name: 'm', content: 'kind: Secret\ndata:\n  k: aGVsbG8td29ybGQ=' }],
}
const uid = await addProfile(test, { tenantUid, name: 'Ünï Ops', layers: [page, raw], variables: [pin] })

const admin = () => as(stage().users.tenantAdmin)
const viewer = () => as(stage().users.tenantViewer)
const exportOf = (profile: string, query = '', headers = viewer()) =>
  test.app.inject({ url: `/v1/clusterprofiles/${profile}/export${query}`, headers })

describe('GET /v1/clusterprofiles/{uid}/export', () => {
  it('sends the file as bytes with a name that cannot break a header', async () => {
    const response = await exportOf(uid)
    expect(response.statusCode).toBe(200)
    expect(response.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="n-Ops-1.0.0.json"; filename*=UTF-8''%C3%9Cn%C3%AF%20Ops-1.0.0.json`,
    })
    expect(response.headers['audituid']).toMatch(/^[0-9a-f]{24}$/)
  })

  it("writes Palette's own compact form with every secret masked", async () => {
    const { body } = await exportOf(uid)
    expect(body).not.toMatch(/\n$|hunter22|abcd-efgh|4711|aGVsbG8/)
    expect(body).toContain(
      String.raw`# \u003ckept\u003e \u0026 whole\ndb:\n  login: \"********\"\napiToken: \"********\"\nregion: \"{{.spectro.macro.region}}\"`,
    )
    const { spec } = JSON.parse(body)
    expect(spec.template.packs[0].registry.metadata).toEqual({
      uid: registryUid,
      name: 'Ours',
      kind: 'oci',
      isPrivate: true,
      providerType: 'pack',
      isSyncSupported: true,
    })
    expect(spec.template.packs[1].manifests[0].content).toBe('kind: Secret\ndata:\n  k: "********"')
    expect(spec.variables[0].defaultValue).toBe('********')
  })

  it('writes YAML and pretty JSON with the same content', async () => {
    const read = (text: string) => readDocument(new TextEncoder().encode(text), { format: 'auto' }).document
    const compact = read((await exportOf(uid)).body)
    expect(compact).not.toBeNull()
    const yaml = await exportOf(uid, '?format=yaml')
    expect(yaml.headers['content-disposition']).toContain('.yaml')
    expect(read(yaml.body)).toEqual(compact)
    const pretty = await exportOf(uid, '?pretty=true')
    expect(pretty.body).toContain('\n  "metadata": {')
    expect(read(pretty.body)).toEqual(compact)
  })

  it('leaves suspected secrets in clear on request of users who may see them, and never declared ones', async () => {
    const declared = (await exportOf(uid, '?mask=declared', admin())).body
    expect(declared).toContain('abcd-efgh-1234')
    expect(declared).not.toMatch(/hunter22|4711|aGVsbG8/)
    const ids = ['packs[0].values#apiToken', 'packs[0].values#db.login'].map((id) => `unmask=${encodeURIComponent(id)}`)
    const unmasked = (await exportOf(uid, `?${ids.join('&')}`, admin())).body
    expect(unmasked).toContain('abcd-efgh-1234')
    expect(unmasked).not.toContain('hunter22')
  })

  it.each(['?mask=declared', '?unmask=packs%5B0%5D.values%23apiToken'])('refuses %s to a viewer', async (query) => {
    const response = await exportOf(uid, query)
    expect(response.statusCode).toBe(403)
    expect(response.json()).toMatchObject({ code: 'Forbidden' })
  })

  it('refuses an unknown format', async () => {
    expect((await exportOf(uid, '?format=xml')).json()).toMatchObject({ code: 'InvalidRequest' })
  })

  it('writes an audit event with choices and counts, and without values', async () => {
    const auditUid = String((await exportOf(uid, '?format=yaml&mask=declared', admin())).headers['audituid'])
    const event = await test.deps.tenantDb(stage().uid).auditEvent.findFirstOrThrow({ where: { uid: auditUid } })
    expect(event).toMatchObject({ action: 'export', resourceUid: uid, actorUid: stage().users.tenantAdmin.uid })
    expect(JSON.parse(event.details)).toEqual({
      version: '1.0.0',
      format: 'yaml',
      mask: 'declared',
      masked: 3,
      unmasked: 0,
    })
  })

  it('refuses a file that would contain a known secret', async () => {
    const leaky = await addProfile(test, { tenantUid: stage().uid, name: 'pin-4711-4711', variables: [pin] })
    const response = await exportOf(leaky)
    expect(response.statusCode).toBe(409)
    expect(response.json()).toMatchObject({
      code: 'ExportUnmaskable',
      details: [{ code: 'SecretInName', path: 'metadata.name', params: { what: 'profile' } }],
    })
    expect(response.body).not.toContain('4711')
  })

  it.each(['?format=json', '?format=yaml', '/terraform?format=json'])(
    'names the label that contains a token, and masks it in a pattern: %s',
    async (query) => {
      const token = `ghp_${'aB3dE6gH9jK2mN5pQ8sT1vW4yZ7cF0hL3nR6'}`
      const tenantUid = stage().uid
      const tagged = await addProfile(test, { tenantUid, labels: { [token]: 'spectro__tag' } })
      const refused = await exportOf(tagged, query)
      expect(refused.json().details).toMatchObject([{ path: 'metadata.labels', params: { what: 'label' } }])
      const variables = [
        { ...pin, regex: '^4711-4711$' },
        { name: 'other', regex: `^${token}$` },
      ]
      const response = await exportOf(await addProfile(test, { tenantUid, variables }), query)
      expect(response.statusCode).toBe(200)
      expect(response.body).not.toMatch(/4711|ghp_/)
    },
  )

  it('masks a secret equal to the profile’s name only in its place', async () => {
    const named = await addProfile(test, { tenantUid: stage().uid, name: '4711-4711', variables: [pin] })
    const response = await exportOf(named)
    expect(response.statusCode).toBe(200)
    expect(JSON.parse(response.body)).toMatchObject({
      metadata: { name: '4711-4711' },
      spec: { variables: [{ name: 'pin', defaultValue: '********' }] },
    })
  })

  it('exports a draft, and masks what was never inspected', async () => {
    const draft = await addProfile(test, {
      tenantUid: stage().uid,
      isPublished: false,
      layers: [{ values: 'password: open-sesame' }],
    })
    await test.deps
      .tenantDb(stage().uid)
      .layer.updateMany({ where: { profileUid: draft }, data: { groundsDigest: '', inspection: null } })
    expect((await exportOf(draft)).body).not.toContain('open-sesame')
  })

  it('finds no profile of another tenant or of a project that the caller is not in', async () => {
    expect((await exportOf(uid, '', as(test.fixtures.dev.users.tenantAdmin))).json()).toMatchObject({
      code: 'ResourceNotFound',
    })
    const { uid: tenantUid, projects, users } = stage()
    const foreign = await addProfile(test, { tenantUid, scope: 'project', scopeUid: projects.other })
    expect((await exportOf(foreign, '', as(users.projectViewer, projects.default))).statusCode).toBe(404)
  })

  it('is refused to a project user in the tenant', async () => {
    expect((await exportOf(uid, '', as(stage().users.projectAdmin))).statusCode).toBe(403)
  })

  tellWithout('corpus/exports')

  it.each(exportedFiles())('returns $name unchanged, except for masks', async ({ name, bytes }) => {
    const { document } = readDocument(bytes, { format: 'auto' })
    if (!document) throw new Error(`${name} is not read`)
    const { packs, ...fields } = document
    const tenantUid = stage().uid
    const labels = Object.fromEntries(document.labels)
    const stored = await addProfile(test, {
      ...fields,
      tenantUid,
      labels,
      layers: packs,
      variables: document.variables,
    })
    const { body } = await exportOf(stored, '?mask=declared', admin())
    expect(body).toBe(serializeDocument(document, { format: 'json', pretty: false }))
  })
})

describe('GET /v1/clusterprofiles/{uid}/export/preview', () => {
  const preview = (headers: Record<string, string>, query = '') =>
    test.app.inject({ url: `/v1/clusterprofiles/${uid}/export/preview${query}`, headers })
  const findingsOf = async (headers: Record<string, string>, query = '') =>
    (await preview(headers, query)).json<ExportPreviewBody>()

  it('lists what was found by place, line and reason, without values', async () => {
    const response = await preview(viewer())
    const { fileNames, mayUnmask, findings } = response.json<ExportPreviewBody>()
    expect(fileNames).toEqual({ json: 'Ünï Ops-1.0.0.json', yaml: 'Ünï Ops-1.0.0.yaml' })
    expect(mayUnmask).toBe(false)
    expect(findings.map(({ range: _range, message: _message, ...finding }) => finding)).toEqual([
      {
        id: 'packs[0].values#db.login',
        textId: 'packs[0].values',
        where: 'values',
        layerName: 'page',
        path: 'db.login',
        line: 3,
        source: 'declared',
        reason: 'schema',
        evidence: ['schema'],
        strength: 'declared',
        isMasked: true,
        isFixed: true,
      },
      {
        id: 'packs[0].values#apiToken',
        textId: 'packs[0].values',
        where: 'values',
        layerName: 'page',
        path: 'apiToken',
        line: 4,
        source: 'suspected',
        reason: 'key-name',
        evidence: ['key-name'],
        strength: 'likely',
        isMasked: true,
        isFixed: false,
      },
      {
        id: 'packs[1].manifests[0]#data.k',
        textId: 'packs[1].manifests[0]',
        where: 'manifest',
        layerName: 'raw',
        manifest: 'm',
        path: 'data.k',
        line: 3,
        source: 'secret-manifest',
        reason: 'manifest',
        evidence: ['manifest'],
        strength: 'declared',
        isMasked: true,
        isFixed: true,
      },
      {
        id: 'variables[0].defaultValue',
        textId: '',
        where: 'variable',
        layerName: '',
        path: 'pin',
        line: 0,
        source: 'variable',
        reason: 'variable',
        evidence: ['variable'],
        strength: 'declared',
        isMasked: true,
        isFixed: true,
      },
    ])
    expect(response.body).not.toMatch(/hunter22|abcd-efgh|4711|aGVsbG8/)
  })

  it.each(['?format=json', '?format=json&pretty=true', '?format=yaml'])(
    'shows the file that export%s saves, and where each mask is in it',
    async (query) => {
      const { file, findings } = await findingsOf(viewer(), query)
      expect(file).toBe((await exportOf(uid, query)).body)
      for (const { range } of findings) expect(file.slice(range?.start, range?.end)).toMatch(/^\\?"?\*{8}\\?"?$/)
    },
  )

  it('maps what is left in clear to its place in the file', async () => {
    const { file, findings } = await findingsOf(admin(), '?unmask=packs[0].values%23apiToken')
    const { isMasked, range } = findings.find(({ path }) => path === 'apiToken') ?? {}
    expect(isMasked).toBe(false)
    expect(file.slice(range?.start, range?.end)).toBe('abcd-efgh-1234')
  })

  it('names the value at a place in the file', async () => {
    const { file, scalars } = await findingsOf(viewer())
    const region = scalars.find(({ path }) => path === 'region')
    expect(region).toMatchObject({ layerName: 'page' })
    expect(file.slice(region?.start, region?.end)).toContain('{{.spectro.macro.region}}')
  })

  it('leaves nothing in clear for users who may not change the profile', async () => {
    expect((await preview(viewer(), '?unmask=packs[0].values%23apiToken')).statusCode).toBe(403)
  })

  it('finds no profile of another tenant', async () => {
    expect((await preview(as(test.fixtures.dev.users.tenantAdmin))).statusCode).toBe(404)
  })
})
