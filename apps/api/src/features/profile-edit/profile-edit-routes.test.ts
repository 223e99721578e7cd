import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { countLockWaiters, holdLock } from '../../testing/held-locks/held-lock.ts'
import { writeProfile } from '../../testing/profiles.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()

const packs = ['1.0.0', '1.1.0'].map((version) => ({ name: 'web', version }))
const registryUid = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), { name: 'Ours', packs })

const send = sender(() => test, { caller: ({ users, projects }) => as(users.projectAdmin, projects.default) })

const profile = (name: string, packs: object[]) => ({
  metadata: { name, annotations: { description: 'ours' }, labels: { env: 'test' } },
  spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs } },
})
const web = (fields: object = {}) => ({ name: 'web', tag: '1.0.0', registryUid, values: '# kept\na:   1\n', ...fields })

async function create(name: string, packs: object[] = [web()]) {
  const response = await send('POST', '/v1/clusterprofiles', profile(name, packs))
  expect(response.statusCode).toBe(201)
  return response.json().uid as string
}
const layersIn = (place: string) => ({
  code: 'InvalidValue',
  path: place,
  message: `The field ${place} is not where layers belong, and there are none in spec.template.packs. Send type, cloudType and packs in spec.template.`,
})
const read = async (uid: string) => (await send('GET', `/v1/clusterprofiles/${uid}`)).json()

describe('POST /v1/clusterprofiles', () => {
  it('creates a draft whose texts come back byte for byte', async () => {
    const { metadata, spec, status } = await read(await create('drafted'))
    expect(metadata).toMatchObject({ name: 'drafted', labels: { env: 'test' } })
    expect(metadata.annotations).toEqual({ scope: 'project', description: 'ours' })
    expect(status.isPublished).toBe(false)
    expect(spec.draft.packs).toMatchObject([
      { name: 'web', version: '1.0.0', tag: '1.0.0', layer: 'addon', registryUid, values: '# kept\na:   1\n' },
    ])
  })

  it('accepts the description beside the name, where exports have it and scripts send it', async () => {
    const { spec } = profile('', [web()])
    const created = await send('POST', '/v1/clusterprofiles', {
      metadata: { name: 'told', description: 'Ours.' },
      spec,
    })
    const uid = String(created.json().uid)
    expect((await read(uid)).metadata.annotations.description).toBe('Ours.')
    await send('PATCH', `/v1/clusterprofiles/${uid}/metadata`, { metadata: { description: 'Yours.' } })
    expect((await read(uid)).metadata.annotations.description).toBe('Yours.')
  })

  it('accepts layers of manifests as the provider sends them', async () => {
    const manifests = [{ name: 'one', content: 'kind: A\n' }]
    const uid = await create('manifests', [{ name: 'm', uid: 'spectro-manifest-pack', type: 'manifest', manifests }])
    expect((await read(uid)).spec.draft.packs).toMatchObject([{ type: 'manifest', layer: 'addon' }])
    const answer = await send('GET', `/v1/clusterprofiles/${uid}/packs/m/manifests`)
    expect(answer.json().items).toMatchObject([
      { metadata: { name: 'one' }, spec: { draft: { content: 'kind: A\n' } } },
    ])
  })

  it('gives layers no tag and no values that were not sent: Terraform would remove them at every run', async () => {
    const manifests = [{ name: 'one', content: 'kind: A\n' }]
    const uid = await create('as-sent', [web({ values: undefined }), { name: 'm', type: 'manifest', manifests }])
    const [pack, manifest] = (await read(uid)).spec.draft.packs
    expect([pack.values, manifest.tag, manifest.values]).toEqual(['', '', ''])
  })

  it('keeps the type that a layer is sent with, and uses the pack’s if there is none', async () => {
    const uid = await create('typed', [web({ type: 'oci' }), web({ name: 'two--web' })])
    expect((await read(uid)).spec.draft.packs).toMatchObject([{ type: 'oci' }, { type: 'spectro' }])
  })

  it.each([
    ['spec.packs', { version: '1.0.0', type: 'add-on', cloudType: 'all', packs: [web()] }],
    ['spec.draft.packs', { version: '1.0.0', template: null, draft: { packs: [web()] } }],
    ['spec.published.packs', { version: '1.0.0', published: { packs: [web()] } }],
    ['spec.packs', { version: '1.0.0', template: { type: 'add-on' }, packs: [web()] }],
    ['spec.packs', { template: { type: 'add-on', packs: [] }, packs: 'web' }],
    ['spec.packs', { template: { type: 'add-on' }, packs: { web: web() } }],
    ['spec.layers', { template: { type: 'add-on' }, layers: [web()] }],
    ['spec.template.layers', { template: { type: 'add-on', layers: [web()] } }],
    ['spec.draft.packs', { version: '1.0.0', template: {}, draft: { packs: [web()] } }],
    ['spec.draft.template.packs', { template: {}, draft: { template: { packs: [web()] } } }],
    ['spec.published.template.packs', { template: {}, published: { template: { packs: [web()] } } }],
    ['spec.template.Packs', { template: { type: 'add-on', Packs: [web()] } }],
    ['spec.draft', { template: { type: 'add-on' }, draft: [web()] }],
    ['spec.published', { template: {}, draft: {}, published: [{ name: 'web', uid: '' }] }],
    ['spec.Packs', { template: { type: 'add-on' }, Packs: [web()] }],
    ['spec.template.PACKS', { template: { type: 'add-on', PACKS: [web()] } }],
    ['spec.draft.layers', { template: {}, draft: { layers: [web()] } }],
    ['spec.Template.packs', { Template: { type: 'add-on', packs: [web()] } }],
    ['spec.template.pack', { template: { type: 'add-on', pack: { name: 'web', registryUid } } }],
  ])('says where layers belong that are sent in %s', async (place, spec) => {
    const answer = await send('POST', '/v1/clusterprofiles', { metadata: { name: 'elsewhere' }, spec })
    expect([answer.statusCode, answer.json().details]).toMatchObject([422, [layersIn(place)]])
  })

  it.each(['packs', 'layers', 'draft'])('says where layers belong that are sent beside spec, in %s', async (place) => {
    const body = { ...profile(`beside-spec-${place}`, []), [place]: [web()] }
    const answer = await send('POST', '/v1/clusterprofiles', body)
    expect([answer.statusCode, answer.json().details]).toMatchObject([422, [layersIn(place)]])
    expect((await send('POST', '/v1/clusterprofiles', { ...body, [place]: [], other: 1 })).statusCode).toBe(201)
  })

  it('ignores unknown fields that hold no layers, however deep', async () => {
    const named = [{ name: 'web', uid: 'a', kind: 'pack' }]
    const tools = [{ name: 'helm', version: '3.1.0' }]
    const spec = { template: { type: 'add-on', packServerRefs: named }, versions: tools, parts: named, tools }
    const body = { metadata: { name: 'unknown', labels: { packs: 'a', layers: 'b' } }, spec, draft: 'deep' }
    const payload = JSON.stringify(body).replace('"deep"', `${'{"spec":'.repeat(20_000)}{}${'}'.repeat(20_000)}`)
    const { users, projects } = test.fixtures.stage
    const headers = { ...as(users.projectAdmin, projects.default), 'content-type': 'application/json' }
    const answer = await test.app.inject({ method: 'POST', url: '/v1/clusterprofiles', headers, payload })
    expect(answer.statusCode).toBe(201)
  })

  it.each([
    ['packs', { packs: [] }],
    ['draft', { draft: { packs: [] } }],
    ['draft as a list', { draft: [] }],
    ['published', { published: {} }],
  ])('accepts a template without layers beside an empty place, as answers have it: %s', async (place, beside) => {
    const spec = { version: '1.0.0', template: { type: 'add-on', cloudType: 'all' }, ...beside }
    const answer = await send('POST', '/v1/clusterprofiles', {
      metadata: { name: `no-layers-in-${place}`.replaceAll(' ', '-') },
      spec,
    })
    expect(answer.statusCode).toBe(201)
    expect((await read(answer.json().uid)).spec.draft.packs).toEqual([])
  })

  it.each([undefined, {}, { version: '1.0.0' }])('asks for the template if there is none: %o', async (spec) => {
    const answer = await send('POST', '/v1/clusterprofiles', { metadata: { name: 'bare' }, spec })
    expect([answer.statusCode, answer.json().details]).toMatchObject([
      422,
      [{ path: 'spec.template', message: 'The field spec.template is missing or of the wrong type.' }],
    ])
  })

  it('names the layer and the manifest that were sent without content, as responses list them', async () => {
    const manifests = [{ kind: 'manifest', name: 'one', uid: 'of-another-profile' }]
    const answer = await send(
      'POST',
      '/v1/clusterprofiles',
      profile('listed', [{ name: 'm', type: 'manifest', manifests }]),
    )
    expect([answer.statusCode, answer.json().message]).toEqual([
      422,
      'A manifest that this profile does not have was sent without its content: send the content too. GET …/packs/{packName}/manifests of the profile that it comes from answers it. (layer: m, manifest: one)',
    ])
  })

  it('refuses a name and version that exists, and writes nothing', async () => {
    await create('twice')
    const response = await send('POST', '/v1/clusterprofiles', profile('twice', [web()]))
    expect(response.statusCode).toBe(409)
    expect(response.json().code).toBe('ClusterProfileAlreadyExists')
  })

  it('says which pack cannot be found', async () => {
    const response = await send('POST', '/v1/clusterprofiles', profile('lost', [web({ name: 'gone' })]))
    expect(response.statusCode).toBe(422)
    expect(response.json()).toMatchObject({ code: 'PackNotFound', details: [{ path: 'spec.template.packs[0].name' }] })
  })

  it.each(['', '?publish=true'])(
    'reports what publishing will refuse before anything is left behind: %s',
    async (query) => {
      const { metadata, spec } = profile(`incomplete${query.length}`, [web()])
      const incomplete = {
        metadata,
        spec: { ...spec, template: { ...spec.template, type: 'cluster', cloudType: 'aws' } },
      }
      for (const _try of ['first', 'next']) {
        const response = await send('POST', `/v1/clusterprofiles${query}`, incomplete)
        expect(response.json()).toMatchObject({ code: 'ProfileRefused', message: 'The profile cannot be published.' })
        expect(response.json().details[0]).toMatchObject({ code: 'LayerMissing', severity: 'error' })
      }
    },
  )

  it.each([
    ['?publish=false', [web()]],
    ['', []],
  ])('creates a draft that lacks layers if requested, and says what it lacks: %s', async (query, packs) => {
    const spec = { template: { type: 'cluster', cloudType: 'aws', packs } }
    const metadata = { name: `begun${packs.length}` }
    const response = await send('POST', `/v1/clusterprofiles${query}`, { metadata, spec })
    expect(response.statusCode).toBe(201)
    expect(response.json().warnings[0]).toMatchObject({ code: 'LayerMissing', severity: 'warning' })
    const published = await send('PATCH', `/v1/clusterprofiles/${response.json().uid}/publish`)
    expect(published.json()).toMatchObject({ code: 'ProfileRefused', message: 'The profile cannot be published.' })
  })

  it('refuses an undefined variable', async () => {
    const packs = [web({ values: 'a: "{{.spectro.var.missing}}"\n' })]
    const response = await send('POST', '/v1/clusterprofiles', profile('undefined-variable', packs))
    expect(response.json().code).toBe('PackVariablesUndefined')
  })
})

describe('PATCH /v1/clusterprofiles/{uid}/publish', () => {
  it('publishes once, with one audit event, however many requests come at a time', async () => {
    const uid = await create('at-once')
    const publish = () => send('PATCH', `/v1/clusterprofiles/${uid}/publish`)
    const answers = await Promise.all(Array.from({ length: 6 }, publish))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 6 }, () => 204))
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid, action: 'publish' } })
    expect(events).toHaveLength(1)
    expect(answers.map(({ headers }) => headers['audituid']).filter(Boolean)).toEqual([events[0]?.uid])
  })
})

describe('PUT /v1/clusterprofiles/{uid}', () => {
  it.each([
    ['beside the version', 'spec.packs', { packs: [web({ values: 'a: 2\n' })] }],
    ['in what an answer had published', 'spec.published.packs', { published: { packs: [web({ values: 'a: 2\n' })] } }],
    ['beside a template without any', 'spec.packs', { template: { packs: [] }, packs: [web({ values: 'a: 2\n' })] }],
    ['under another name', 'spec.layers', { layers: [web({ values: 'a: 2\n' })] }],
    ['under its name in capitals', 'spec.template.PACKS', { template: { PACKS: [web({ values: 'a: 2\n' })] } }],
    ['in an emptied draft alone', 'spec.draft', { draft: { packs: [] } }],
  ])('does not ignore layers that are sent %s', async (where, place, spec) => {
    const uid = await create(`unread ${where}`.replaceAll(' ', '-'))
    const answer = await send('PUT', `/v1/clusterprofiles/${uid}`, { metadata: { name: 'x' }, spec })
    expect([answer.statusCode, answer.json().details]).toMatchObject([422, [layersIn(place)]])
    expect((await read(uid)).spec.draft.packs).toMatchObject([{ values: web().values }])
  })

  it('accepts a response that is sent back with its template beside it', async () => {
    const uid = await create('sent-back')
    const { metadata, spec, status } = await read(uid)
    const body = { metadata, spec: { ...spec, template: { packs: [web({ values: 'a: 2\n' })] } }, status }
    expect((await send('PUT', `/v1/clusterprofiles/${uid}`, body)).statusCode).toBe(204)
    expect((await read(uid)).spec.draft.packs).toMatchObject([{ values: 'a: 2\n' }])
  })

  it('stores the macros that the new texts use in place of the previous ones', async () => {
    const macros = ['zone', 'area'].map((name) => ({ name, value: 'north' }))
    await send('POST', `/v1/projects/${test.fixtures.stage.projects.default}/macros`, { macros })
    const naming = (macro: string) => [web({ values: `a: "{{.spectro.macro.${macro}}}"\n` })]
    const uid = await create('naming-macros', naming('zone'))
    await send('PUT', `/v1/clusterprofiles/${uid}`, profile('naming-macros', naming('area')))
    const uses = await test.deps.prisma.macroUse.findMany({ where: { profileUid: uid } })
    expect(uses.map(({ macroName }) => macroName)).toEqual(['area'])
  })

  it('leaves published content until it is published again', async () => {
    const uid = await create('edited')
    expect((await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)).statusCode).toBe(204)
    const packs = [web({ tag: '1.1.0', values: 'a: 2\n' })]
    const response = await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs } } })
    expect(response.statusCode).toBe(204)
    const edited = await read(uid)
    expect(edited.spec.published.packs).toMatchObject([{ version: '1.0.0' }])
    expect(edited.spec.draft.packs).toMatchObject([{ version: '1.1.0', values: 'a: 2\n' }])
    await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)
    const published = await read(uid)
    expect(published.spec.published.packs).toMatchObject([{ version: '1.1.0', values: 'a: 2\n' }])
    expect(published.spec.draft).toBeUndefined()
  })

  it('keeps the uid of a manifest that stays', async () => {
    const layer = { name: 'm', type: 'manifest', manifests: [{ name: 'one', content: 'kind: A\n' }] }
    const uid = await create('same-manifest', [layer])
    await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)
    const uidOf = async () => (await read(uid)).spec.published.packs[0].manifests[0].uid as string
    const before = await uidOf()
    const packs = [{ ...layer, manifests: [{ name: 'one', uid: before, content: 'kind: B\n' }] }]
    await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs } } })
    await send('PATCH', `/v1/clusterprofiles/${uid}/publish`)
    expect(await uidOf()).toBe(before)
  })

  it('uses the pack with the given name and tag if the uid beside them is an older one', async () => {
    const uid = await create('stale-uids', [web(), web({ name: 'two--web', tag: '1.1.0' })])
    const [one, two] = (await read(uid)).spec.draft.packs
    const uids = [one.packUid, two.packUid]
    const change = async (packs: object[]) => {
      await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs } } })
      const after: { packUid: string; version: string }[] = (await read(uid)).spec.draft.packs
      return after.map(({ packUid, version }) => [packUid, version])
    }
    expect(await change([web({ uid: uids[0], tag: '1.1.0' })])).toEqual([[uids[1], '1.1.0']])
    expect(await change([web({ uid: uids[1], tag: '1.0.x' })])).toEqual([[uids[0], '1.0.0']])
    expect(await change([web({ uid: uids[0], tag: '1.x' })])).toEqual([[uids[0], '1.0.0']])
    expect(await change([web({ uid: uids[0], name: 'mine', tag: 'newest' })])).toEqual([[uids[0], '1.0.0']])
  })

  it('treats absent values as empty: Go leaves out what is empty', async () => {
    const uid = await create('emptied')
    const packs = [web({ values: undefined })]
    await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs } } })
    expect((await read(uid)).spec.draft.packs).toMatchObject([{ version: '1.0.0', values: '' }])
  })

  it('changes nothing if one layer is refused', async () => {
    const uid = await create('unharmed')
    const packs = [web({ values: 'a: 2\n' }), web({ name: 'gone' })]
    const response = await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs } } })
    expect(response.statusCode).toBe(422)
    expect((await read(uid)).spec.draft.packs).toMatchObject([{ values: '# kept\na:   1\n' }])
  })
})

describe('PUT /v1/clusterprofiles/{uid}?publish=true', () => {
  const put = (uid: string, packs: object[]) =>
    send('PUT', `/v1/clusterprofiles/${uid}?publish=true`, { spec: { template: { type: 'add-on', packs } } })

  it('publishes the change in the same request', async () => {
    const uid = await create('in-one')
    expect((await put(uid, [web({ values: 'a: 2\n' })])).statusCode).toBe(204)
    const { spec, status } = await read(uid)
    expect([status.isPublished, spec.draft, spec.published.packs[0].values]).toEqual([true, undefined, 'a: 2\n'])
    const actions = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid }, orderBy: { at: 'asc' } })
    expect(actions.map(({ action }) => action)).toEqual(expect.arrayContaining(['update', 'publish']))
  })

  it('writes nothing if the result cannot be published', async () => {
    const uid = await create('not-in-one')
    const spec = { template: { type: 'cluster', cloudType: 'aws', packs: [web({ values: 'a: 2\n' })] } }
    const response = await send('PUT', `/v1/clusterprofiles/${uid}?publish=true`, { spec })
    expect(response.json()).toMatchObject({ code: 'ProfileRefused', message: 'The profile cannot be published.' })
    expect((await read(uid)).spec.draft.packs[0].values).toBe('# kept\na:   1\n')
  })

  it('publishes the existing draft if only metadata is changed', async () => {
    const uid = await create('draft-beside')
    await put(uid, [web()])
    await send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { packs: [web({ values: 'a: 3\n' })] } } })
    const metadata = { name: 'draft-beside', annotations: { description: 'New' } }
    await send('PUT', `/v1/clusterprofiles/${uid}?publish=true`, { metadata })
    const { spec, metadata: after } = await read(uid)
    expect([spec.draft, spec.published.packs[0].values, after.annotations.description]).toEqual([
      undefined,
      'a: 3\n',
      'New',
    ])
  })
})

describe('the last author of a profile', () => {
  it('is shown by name with the profile, whatever was read or exported since', async () => {
    const uid = await create('told-of')
    const { tenantAdmin } = test.fixtures.stage.users
    const user = await test.deps.prisma.user.findFirstOrThrow({ where: { email: tenantAdmin.email } })
    await test.deps.prisma.user.update({ where: { uid: user.uid }, data: { firstName: 'Kim', lastName: 'Lee' } })
    const headers = as(tenantAdmin, test.fixtures.stage.projects.default)
    const payload = { metadata: { name: 'told-of', annotations: { description: 'Changed' } } }
    await test.app.inject({ method: 'PUT', url: `/v1/clusterprofiles/${uid}`, headers, payload })
    await send('GET', `/v1/clusterprofiles/${uid}/export`)
    expect((await read(uid)).status.lastModifiedBy).toBe('Kim Lee')
  })
})

describe('a rename', () => {
  it('waits for a new version of that name, so that one of them is the newest', async () => {
    const { uid: tenantUid, projects } = test.fixtures.stage
    const uid = await create('own-name')
    const newer = { tenantUid, scope: 'project', scopeUid: projects.default, name: 'shared', version: '2.0.0' } as const
    const adding = holdLock(test.deps.tenantDb(tenantUid), (tx) => writeProfile(tx, test.deps.cipher, newer))
    await adding.isHeld
    const renaming = send('PATCH', `/v1/clusterprofiles/${uid}/metadata`, { metadata: { name: 'shared' } })
    await expect.poll(() => countLockWaiters(test.deps.prisma)).toBe(1)
    await adding.release()
    expect((await renaming).statusCode).toBe(204)
    const where = { name: 'shared', isNewest: true }
    expect(await test.deps.prisma.profile.findMany({ where, select: { version: true } })).toEqual([
      { version: '2.0.0' },
    ])
  })
})
