import type { ImportValidateResponse } from '@waybill/api-contract'
import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { packOf, profileJson, uploadOf, type UploadOptions } from '../../testing/documents.ts'
import { valuesOf } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const db = test.deps.tenantDb(test.fixtures.stage.uid)
const publicRepo = await addRegistry(db, {
  name: 'Public Repo',
  packs: [
    {
      name: 'page',
      version: '1.0.0',
      schema: 'db.password:\n  schema: \'{{ format "${password}" | hints "Of the database" }}\'\n',
    },
    { name: 'page', version: '1.1.0' },
    { name: 'twice', version: '1.0.0' },
    {
      name: 'picky',
      version: '1.0.0',
      schema: 'replicas:\n  schema: \'{{ required | format "${number:[1-5]}" }}\'\n',
      constraints: JSON.stringify({
        dependencies: [{ packName: 'page', layer: 'addon', type: 'optional', minVersion: '1.1', maxVersion: '' }],
      }),
    },
  ],
})
await addRegistry(db, { name: 'Mirror', kind: 'oci', packs: [{ name: 'twice', version: '1.0.0' }] })
await addRegistry(test.deps.tenantDb(test.fixtures.dev.uid), {
  name: 'Foreign',
  packs: [{ name: 'secret-pack', version: '1.0.0' }],
})
beforeEach(async () => {
  await test.deps.prisma
    .$executeRaw`TRUNCATE profiles, layers, manifests, variables, macros, macro_uses, import_records, audit_events`
})

const stage = () => test.fixtures.stage
const headers = () => as(stage().users.projectAdmin, stage().projects.default)

const post = (
  url: string,
  file: string | Buffer,
  options: UploadOptions & { headers?: Record<string, string> } = {},
) => {
  const upload = uploadOf(file, options)
  return test.app.inject({
    method: 'POST',
    url,
    payload: upload.payload,
    headers: { ...(options.headers ?? headers()), ...upload.headers },
  })
}
const postJson = (url: string, payload: string, given = headers()) =>
  test.app.inject({ method: 'POST', url, payload, headers: { ...given, 'content-type': 'application/json' } })

const counts = async () => ({
  profiles: await test.deps.prisma.profile.count(),
  layers: await test.deps.prisma.layer.count(),
  macros: await test.deps.prisma.macro.count(),
  records: await test.deps.prisma.importRecord.count(),
})
const NOTHING = { profiles: 0, layers: 0, macros: 0, records: 0 }
const auditActions = async () =>
  (await test.deps.prisma.auditEvent.findMany({ orderBy: { at: 'asc' } })).map((event) => event.action)

describe('importing a file', () => {
  it('creates the profile as a draft in the project and returns its uid', async () => {
    const answer = await post('/v1/clusterprofiles/import/file', profileJson())
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual({ uid: expect.stringMatching(/^[0-9a-f]{24}$/) })
    expect(answer.headers['audituid']).toMatch(/^[0-9a-f]{24}$/)
    const profile = await test.deps.prisma.profile.findFirstOrThrow()
    expect(profile).toMatchObject({
      name: 'web',
      version: '1.0.0',
      scope: 'project',
      scopeUid: stage().projects.default,
      isPublished: false,
    })
  })

  it('publishes on request', async () => {
    await post('/v1/clusterprofiles/import/file?format=json&publish=true', profileJson())
    expect(await test.deps.prisma.profile.findFirstOrThrow()).toMatchObject({ isPublished: true })
  })

  it('creates a tenant profile without a project', async () => {
    await post('/v1/clusterprofiles/import/file', profileJson(), { headers: as(stage().users.tenantAdmin) })
    expect(await test.deps.prisma.profile.findFirstOrThrow()).toMatchObject({ scope: 'tenant', scopeUid: stage().uid })
  })

  it('accepts the same document as a JSON body', async () => {
    const answer = await postJson('/v1/clusterprofiles/import', profileJson())
    expect(answer.statusCode).toBe(201)
  })

  it('writes the audit event and records who imported which file', async () => {
    const { uid } = (await post('/v1/clusterprofiles/import/file', profileJson(), { fileName: '../web.json' })).json<{
      uid: string
    }>()
    expect(await auditActions()).toEqual(['import'])
    const answer = await test.app.inject({ url: `/v1/clusterprofiles/${uid}/imports`, headers: headers() })
    expect(answer.json()).toMatchObject({
      items: [
        {
          userEmail: stage().users.projectAdmin.email,
          fileName: 'web.json',
          fileBytes: profileJson().length,
          created: { profile: 'web 1.0.0', layers: 1 },
        },
      ],
    })
  })

  it('keeps values byte for byte', async () => {
    const values =
      '# spectrocloud.com/enabled-presets: A:b\r\na:   1 # x\r\n\r\nlist: [ 1,2 ]\n\tno: final newline'.replace(
        '\t',
        '',
      )
    await post('/v1/clusterprofiles/import/file', profileJson({ values }))
    const layer = await test.deps.prisma.layer.findFirstOrThrow()
    expect(valuesOf(test, layer)).toBe(values)
  })

  it('keeps no value in clear in the database', async () => {
    await post('/v1/clusterprofiles/import/file', profileJson({ values: 'note: kept-for-nobody\n' }))
    const layer = await test.deps.prisma.layer.findFirstOrThrow()
    expect(Buffer.from(layer.values ?? []).includes('kept-for-nobody')).toBe(false)
  })
})

describe('a refused import', () => {
  const expectRefusal = async (answer: Awaited<ReturnType<typeof post>>, status: number, code: string) => {
    expect(answer.json()).toMatchObject({ code, ref: expect.any(String) })
    expect(answer.statusCode).toBe(status)
    expect(await counts()).toEqual(NOTHING)
    expect(await auditActions()).toEqual(['refuse'])
  }

  it.each([
    ['as the file calls it', {}, ['web', '1.0.0']],
    ['as it was to be called', { name: 'renamed', version: '2.0.0' }, ['renamed', '2.0.0']],
    ['but not by what nothing can be called', { name: 'no\u0000name' }, ['', undefined]],
  ])('is in the audit log by name and version, %s, but without values', async (_, called, named) => {
    const decisions = { ...called, planDigest: 'f'.repeat(64) }
    await post('/v1/clusterprofiles/import/file', profileJson({ values: 'note: kept-for-nobody\n' }), { decisions })
    const refused = await test.deps.prisma.auditEvent.findFirstOrThrow({ where: { action: 'refuse' } })
    expect([refused.resourceName, (JSON.parse(refused.details) as { version?: string }).version]).toEqual(named)
    expect(JSON.stringify(refused)).not.toContain('kept-for-nobody')
  })

  it('is in the audit log without the name in the file if that is invalid', async () => {
    const file = profileJson().replace('"name":"web"', String.raw`"name":"no\u0000name"`)
    const { details } = (await post('/v1/clusterprofiles/import/file', file)).json()
    expect(details).toMatchObject([{ code: 'InvalidCharacter', path: 'metadata.name' }])
    const refused = await test.deps.prisma.auditEvent.findMany({ where: { action: 'refuse' } })
    expect(refused).toMatchObject([{ resourceName: '' }])
  })

  it('of a broken file names line and column', async () => {
    const answer = await post('/v1/clusterprofiles/import/file', '{\n  "metadata": {,}\n}')
    await expectRefusal(answer, 400, 'MalformedJson')
    expect(answer.json()).toMatchObject({ details: [{ position: { line: 2, column: 16 } }] })
  })

  it('of a pack that is in no registry writes nothing but the refusal', async () => {
    await expectRefusal(
      await post('/v1/clusterprofiles/import/file', profileJson({ packs: [packOf({ name: 'unknown' })] })),
      422,
      'PackNotFound',
    )
  })

  it('does not see packs of another tenant', async () => {
    const packs = [packOf({ name: 'secret-pack', registry: { metadata: { name: 'Foreign', kind: 'pack' } } })]
    await expectRefusal(await post('/v1/clusterprofiles/import/file', profileJson({ packs })), 422, 'PackNotFound')
  })

  it('of an undefined macro says so', async () => {
    await expectRefusal(
      await post('/v1/clusterprofiles/import/file', profileJson({ values: 'a: "{{.spectro.macro.region}}"\n' })),
      422,
      'MacroUndefined',
    )
  })

  it('of a masked value lists the place', async () => {
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ values: 'db:\n  password: "********"\n' }),
    )
    await expectRefusal(answer, 422, 'MaskedValues')
    expect(answer.json()).toMatchObject({
      details: [{ path: 'spec.template.packs[0].values', valuePath: 'db.password' }],
    })
  })

  it.each([
    ['name', profileJson({ name: 'we\0b' })],
    ['pack', profileJson({ packs: [packOf({ name: 'pa\0ge' })] })],
    ['version', profileJson({ packs: [packOf({ version: '1\0' })] })],
    ['floating tag', profileJson({ packs: [packOf({ tag: '\0.x' })] })],
  ])('of a %s that no database can store is not a server error', async (_what, file) => {
    const answer = await post('/v1/clusterprofiles/import/file', file)
    expect([400, 422]).toContain(answer.statusCode)
    expect(await counts()).toEqual(NOTHING)
  })

  it.each([
    ['name', { name: 'we\0b' }],
    ['half a character as name', { name: 'we\ud800b' }],
    ['version', { version: '1.0.0\0' }],
    ['pack version', { packVersions: { 0: '1\0' } }],
    ['registry', { registries: { 0: '\0' } }],
    ['macro', { macros: [{ name: 'a\0', value: '\0', scope: 'project' }] }],
    ['mask', { masks: [{ place: 'packs[0].values#\0', action: 'fill', value: '\0' }] }],
  ])('of a decided %s that no database can store is not a server error', async (_what, decisions) => {
    const answer = await post('/v1/clusterprofiles/import/file', profileJson(), { decisions })
    expect([400, 422]).toContain(answer.statusCode)
    expect(await counts()).toEqual(NOTHING)
  })

  it('of a value that violates its pack’s schema names place and rule, but not the value', async () => {
    const packs = [packOf({ name: 'picky', values: 'replicas: 777\n' })]
    const answer = await post('/v1/clusterprofiles/import/file', profileJson({ packs }))
    await expectRefusal(answer, 422, 'PackValueInvalid')
    expect(answer.json()).toMatchObject({
      details: [{ path: 'spec.template.packs[0].values', valuePath: 'replicas', position: { line: 1, column: 11 } }],
    })
    expect(answer.body).not.toContain('777')
  })

  it('of incompatible packs offers the version that is compatible', async () => {
    const file = profileJson({ packs: [packOf({ name: 'picky' }), packOf()] })
    await expectRefusal(await post('/v1/clusterprofiles/import/file', file), 422, 'PackDependencyVersion')
    const { plan } = (await postJson('/v1/clusterprofiles/import/validate', file)).json<ImportValidateResponse>()
    expect(plan.layers.map(({ alternatives }) => alternatives.map(({ version }) => version))).toEqual([[], ['1.1.0']])
    const decisions = { packVersions: { 1: '1.1.0' }, registries: { 1: publicRepo } }
    expect((await post('/v1/clusterprofiles/import/file', file, { decisions })).statusCode).toBe(201)
  })

  it('names every problem at once', async () => {
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ version: 'v1', packs: [packOf({ name: 'unknown' })] }),
    )
    await expectRefusal(answer, 422, 'ProfileRefused')
    expect(answer.json<{ details: { code: string }[] }>().details.map(({ code }) => code)).toEqual([
      'InvalidVersion',
      'PackNotFound',
    ])
  })

  it('by somebody who may not create profiles is forbidden', async () => {
    const answer = await post('/v1/clusterprofiles/import/file', profileJson(), {
      headers: as(stage().users.projectViewer, stage().projects.default),
    })
    expect(answer.statusCode).toBe(403)
    expect(await counts()).toEqual(NOTHING)
  })

  it('of a compressed body says that it is not accepted', async () => {
    const answer = await postJson('/v1/clusterprofiles/import', profileJson(), {
      ...headers(),
      'content-encoding': 'gzip',
    })
    expect(answer.statusCode).toBe(415)
  })

  it('of a body that pretends to be an uploaded file is refused', async () => {
    const forged = JSON.stringify({ importFile: { buffer: profileJson(), filename: '../x' } })
    const answer = await postJson('/v1/clusterprofiles/import/file', forged)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(await counts()).toEqual(NOTHING)
  })

  it('of a file under another part name names the part', async () => {
    const answer = await post('/v1/clusterprofiles/import/file', profileJson(), { field: '__proto__' })
    expect(answer.statusCode).toBe(400)
  })

  it('of a name and version that exists is a conflict', async () => {
    await post('/v1/clusterprofiles/import/file', profileJson())
    const answer = await post('/v1/clusterprofiles/import/file', profileJson())
    expect(answer.statusCode).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'ClusterProfileAlreadyExists' })
    expect(await counts()).toMatchObject({ profiles: 1 })
  })
})

describe('decisions', () => {
  it('rename, and are recorded', async () => {
    await post('/v1/clusterprofiles/import/file', profileJson())
    const answer = await post('/v1/clusterprofiles/import/file', profileJson(), { decisions: { version: '1.0.1' } })
    expect(answer.statusCode).toBe(201)
    const { uid } = answer.json<{ uid: string }>()
    const records = await test.app.inject({ url: `/v1/clusterprofiles/${uid}/imports`, headers: headers() })
    expect(records.json()).toMatchObject({ items: [{ decisions: { versionFrom: '1.0.0' } }] })
  })

  it('create macros in the same transaction', async () => {
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ values: 'a: "{{.spectro.macro.region}}"\n' }),
      {
        decisions: { macros: [{ name: 'region', value: 'north', scope: 'project' }] },
      },
    )
    expect(answer.statusCode).toBe(201)
    expect(await test.deps.prisma.macro.findFirstOrThrow()).toMatchObject({
      name: 'region',
      scope: 'project',
      scopeUid: stage().projects.default,
    })
  })

  it('create no macro that forms a cycle with an existing one', async () => {
    const url = `/v1/projects/${stage().projects.default}/macros`
    const macros = [{ name: 'country', value: '{{.spectro.macro.region}}' }]
    expect((await test.app.inject({ method: 'POST', url, payload: { macros }, headers: headers() })).statusCode).toBe(
      204,
    )
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ values: 'a: "{{.spectro.macro.region}}"\n' }),
      { decisions: { macros: [{ name: 'region', value: '{{.spectro.macro.country}}', scope: 'project' }] } },
    )
    expect(answer.json()).toMatchObject({
      details: expect.arrayContaining([expect.objectContaining({ code: 'MacroCycle' })]),
    })
    expect(await counts()).toMatchObject({ profiles: 0, macros: 1 })
  })

  it('may not create tenant macros without the permission', async () => {
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ values: 'a: "{{.spectro.macro.region}}"\n' }),
      {
        decisions: { macros: [{ name: 'region', value: 'north', scope: 'tenant' }] },
      },
    )
    expect(answer.statusCode).toBe(403)
    expect(await counts()).toEqual(NOTHING)
  })

  it('fill a masked value so that nothing but the scalar changes', async () => {
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ values: '# top\ndb:\n  password: "********" # here\n' }),
      {
        decisions: { masks: [{ place: 'packs[0].values#db.password', action: 'fill', value: 's3cret: "x"' }] },
      },
    )
    expect(answer.statusCode).toBe(201)
    const layer = await test.deps.prisma.layer.findFirstOrThrow()
    expect(valuesOf(test, layer)).toBe('# top\ndb:\n  password: "s3cret: \\"x\\"" # here\n')
  })

  it('keep the value of the newest version here', async () => {
    await post('/v1/clusterprofiles/import/file', profileJson({ values: 'db:\n  password: from-here\n' }))
    const answer = await post(
      '/v1/clusterprofiles/import/file',
      profileJson({ version: '1.1.0', values: 'db:\n  password: "********"\n' }),
      {
        decisions: { masks: [{ place: 'packs[0].values#db.password', action: 'keep' }] },
      },
    )
    expect(answer.statusCode).toBe(201)
    const { uid } = answer.json<{ uid: string }>()
    const layer = await test.deps.prisma.layer.findFirstOrThrow({ where: { profileUid: uid } })
    expect(valuesOf(test, layer)).toContain('from-here')
  })

  it('about a plan that has changed meanwhile are stale', async () => {
    const validated = await post('/v1/clusterprofiles/import/validate', profileJson())
    const { digest } = validated.json<{ plan: { digest: string } }>().plan
    await post('/v1/clusterprofiles/import/file', profileJson({ version: '0.9.0' }))
    const answer = await post('/v1/clusterprofiles/import/file', profileJson(), {
      decisions: { planDigest: digest, name: 'other' },
    })
    expect(answer.json()).toMatchObject({ code: 'ImportPlanStale' })
    expect(answer.statusCode).toBe(409)
    const refusal = await test.deps.prisma.auditEvent.findFirstOrThrow({ where: { action: 'refuse' } })
    expect(JSON.parse(refusal.details)).toMatchObject({ codes: ['ImportPlanStale'] })
  })

  it('that are unknown are refused by name', async () => {
    const answer = await post('/v1/clusterprofiles/import/file', profileJson(), { decisions: { surprise: true } })
    expect(answer.json()).toMatchObject({ code: 'InvalidRequest' })
  })
})

describe('validate', () => {
  it('returns the entity with the registries that hold each pack', async () => {
    const answer = await postJson('/v1/clusterprofiles/import/validate', profileJson())
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      metadata: { name: 'web' },
      spec: {
        template: {
          packs: [
            {
              name: 'page',
              registry: { matchingRegistries: [{ uid: publicRepo, name: 'Public Repo', kind: 'pack' }] },
            },
          ],
        },
      },
      plan: { canImport: true, needsRepositories: false, problems: [] },
    })
  })

  it('writes nothing of what it plans', async () => {
    await postJson('/v1/clusterprofiles/import/validate', profileJson())
    expect(await counts()).toEqual(NOTHING)
    expect(await auditActions()).toEqual([])
  })

  it('preselects the registry of the same name if two hold a pack', async () => {
    const answer = await postJson(
      '/v1/clusterprofiles/import/validate',
      profileJson({ packs: [packOf({ name: 'twice' })] }),
    )
    expect(answer.json()).toMatchObject({
      plan: { needsRepositories: true, layers: [{ choice: 'same-name', chosen: { registryUid: publicRepo } }] },
    })
  })

  it('offers the existing versions, nearest first, for one that is missing', async () => {
    const answer = await postJson(
      '/v1/clusterprofiles/import/validate',
      profileJson({ packs: [packOf({ version: '1.0.7', tag: '1.0.7' })] }),
    )
    expect(answer.json()).toMatchObject({
      plan: {
        canImport: false,
        layers: [
          {
            alternatives: [
              { version: '1.0.0', order: 'older' },
              { version: '1.1.0', order: 'newer' },
            ],
          },
        ],
      },
    })
  })

  it('gives masked values the hint of the pack', async () => {
    const answer = await postJson(
      '/v1/clusterprofiles/import/validate',
      profileJson({ values: 'db:\n  password: "********"\n' }),
    )
    expect(answer.json()).toMatchObject({
      plan: { masked: [{ valuePath: 'db.password', hint: 'Of the database', isSettled: false }] },
    })
  })

  it('resolves a floating tag to the newest version and says which', async () => {
    const answer = await postJson(
      '/v1/clusterprofiles/import/validate',
      profileJson({ packs: [packOf({ version: '1.0.9', tag: '1.x' })] }),
    )
    expect(answer.json()).toMatchObject({
      plan: {
        canImport: true,
        problems: [{ code: 'FloatingTag', severity: 'warning' }],
        layers: [{ version: '1.1.0' }],
      },
    })
  })
})

describe('fifty equal imports at once', () => {
  it('create one profile and forty-nine conflicts', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => post('/v1/clusterprofiles/import/file', profileJson())),
    )
    const statuses = answers.map((answer) => answer.statusCode)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 409)).toHaveLength(49)
    expect(
      new Set(
        answers.filter((answer) => answer.statusCode === 409).map((answer) => answer.json<{ code: string }>().code),
      ),
    ).toEqual(new Set(['ClusterProfileAlreadyExists']))
    expect(await counts()).toMatchObject({ profiles: 1, layers: 1, records: 1 })
    const actions = await auditActions()
    expect(actions.filter((action) => action === 'import')).toHaveLength(1)
    expect(actions.filter((action) => action === 'refuse')).toHaveLength(49)
  })
})
