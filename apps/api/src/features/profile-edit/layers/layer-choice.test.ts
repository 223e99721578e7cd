import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../../testing/catalogue.ts'
import { sender } from '../../../testing/sender.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

interface Layer {
  name: string
  version: string
  tag: string
  packUid: string
  registryUid: string
  isInvalid: boolean
}

const test = await openTestApp()
const db = () => test.deps.tenantDb(test.fixtures.stage.uid)
let names = 0

const packs = ['1.0.0', '1.0.1', '1.2.0'].map((version) => ({ name: 'proxy', version }))
const others = [{ name: 'other', version: '1.0.0' }, { name: 'rare', version: '1.0.0' }] // prettier-ignore
const ours = await addRegistry(db(), { name: 'Ours', packs: [...packs, ...others] })
const theirs = await addRegistry(db(), { name: 'Theirs', packs: packs.slice(0, 2) })
const empty = await addRegistry(db(), { name: 'Empty', packs: [] })
const held = await db().packVersion.findMany({ where: { registryUid: ours } })
const uids = Object.fromEntries(held.map(({ name, version, uid }) => [`${name} ${version}`, uid]))
beforeEach(async () => {
  await db().packVersion.updateMany({ data: { removedAt: null } })
})

const uidOf = (pack: string) => uids[pack] ?? ''

const send = sender(() => test)

const profileOf = (packs: object[]) => ({
  metadata: { name: `choice-${(names += 1)}` },
  spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs } },
})
const post = (packs: object[]) => send('POST', '/v1/clusterprofiles', profileOf(packs))
const put = (uid: string, packs: object[]) =>
  send('PUT', `/v1/clusterprofiles/${uid}`, { spec: { template: { type: 'add-on', packs } } })

async function create(...packs: object[]): Promise<string> {
  const answer = await post(packs)
  expect(answer.statusCode).toBe(201)
  return answer.json().uid
}

async function layersOf(uid: string): Promise<Layer[]> {
  const { spec } = (await send('GET', `/v1/clusterprofiles/${uid}`)).json()
  return (spec.draft ?? spec.published).packs
}
const versionOf = async (uid: string) => (await layersOf(uid))[0]?.version

const warningsOf = (answer: { headers: Record<string, unknown> }) =>
  JSON.parse(String(answer.headers['waybill-warnings']))

const contradictionOf = ({ tag, version }: { tag: string; version: string }) =>
  expect.stringContaining(`(layer: proxy, tag: ${tag}, version: ${version})`)

describe('a layer of a new profile', () => {
  it.each(['1.0.x', '1.0.0', 'latest'])(
    'gets the pack with its uid, with a warning that its tag does not match it: %s',
    async (tag) => {
      const answer = await post([{ name: 'proxy', uid: uidOf('proxy 1.2.0'), registryUid: ours, tag }])
      const chosen = { version: '1.2.0', packUid: uidOf('proxy 1.2.0'), registryUid: ours }
      expect(await layersOf(answer.json().uid)).toMatchObject([chosen])
      const said = { code: 'PackUidContradicted', severity: 'warning', path: 'spec.template.packs[0].tag' }
      expect(answer.json().warnings).toMatchObject([{ ...said, params: { version: '1.2.0', sent: tag } }])
    },
  )

  it.each([{ tag: '1.2.0' }, { tag: '1.2.x' }, { version: '1.2.0' }, { tag: '1.x', version: '1.2.0' }])(
    'gets the pack with its uid without a word if all that is beside it is that pack’s: %o',
    async (fields) => {
      const answer = await post([{ name: 'proxy', uid: uidOf('proxy 1.2.0'), registryUid: ours, ...fields }])
      expect([answer.statusCode, answer.json()]).toEqual([201, { uid: expect.any(String) }])
    },
  )

  it.each([{}, { tag: '1.2.0' }, { tag: '1.0.0' }])(
    'is refused for another version than that of its uid: %o',
    async (fields) => {
      const answer = await post([
        { name: 'proxy', uid: uidOf('proxy 1.2.0'), registryUid: ours, version: '1.0.0', ...fields },
      ])
      const params = { name: 'proxy', packUid: uidOf('proxy 1.2.0'), version: '1.2.0', sent: '1.0.0' }
      expect([answer.statusCode, answer.json()]).toMatchObject([
        422,
        {
          code: 'InvalidRequest',
          details: [{ code: 'PackUidContradicted', path: 'spec.template.packs[0].version', params }],
        },
      ])
    },
  )

  it('gets the version that is sent in place of a tag', async () => {
    expect(await versionOf(await create({ name: 'proxy', version: '1.2.0', registryUid: ours }))).toBe('1.2.0')
  })

  it('gets the version beside a floating tag that it matches', async () => {
    const layer = { name: 'proxy', registryUid: theirs, tag: '1.0.x' }
    expect(await versionOf(await create(layer))).toBe('1.0.1')
    const uid = await create({ ...layer, version: '1.0.0' })
    expect(await versionOf(uid)).toBe('1.0.0')
    await put(uid, [{ ...layer, version: '1.0.1' }])
    expect(await versionOf(uid)).toBe('1.0.1')
  })

  it('is refused for a version that its tag does not match', async () => {
    for (const fields of [
      { tag: '1.0.x', version: '1.2.0' },
      { tag: '1.0.0', version: '1.0.1' },
    ]) {
      const answer = await post([{ name: 'proxy', registryUid: ours, ...fields }])
      expect(answer.json()).toMatchObject({ code: 'InvalidRequest', message: contradictionOf(fields) })
    }
  })

  it('is refused for a version that is not here, unless its tag matches another one, which a warning names', async () => {
    const refused = await post([{ name: 'proxy', registryUid: ours, version: '1.0.7' }])
    expect(refused.json()).toMatchObject({ code: 'PackNotFound', details: [{ params: { version: '1.0.7' } }] })
    const answer = await post([{ name: 'proxy', registryUid: ours, tag: '1.0.x', version: '1.0.7' }])
    expect(answer.json().warnings).toMatchObject([{ code: 'FloatingTag', params: { version: '1.0.1' } }])
  })

  it('has no tag if it is made of manifests and was sent with a version alone', async () => {
    const manifests = [{ name: 'one', content: 'kind: A\n' }]
    const uid = await create({ name: 'm', type: 'manifest', version: '1.0.0', manifests })
    expect(await layersOf(uid)).toMatchObject([{ version: '1.0.0', tag: '' }])
  })

  it('is refused for an unknown uid, which the refusal names', async () => {
    for (const fields of [{ tag: '1.2.0' }, { tag: '9.9.9', registryUid: ours }, { registryUid: ours }]) {
      const answer = await post([{ name: 'proxy', uid: 'f'.repeat(24), ...fields }])
      expect(answer.statusCode).toBe(422)
      expect(answer.json().details[0]).toMatchObject({ path: 'spec.template.packs[0].uid' })
      expect(answer.json().details[0].message).toContain('f'.repeat(24))
    }
  })

  it('gets the pack with its name, tag and registry if its uid is unknown, with a warning', async () => {
    const answer = await post([{ name: 'proxy', uid: 'f'.repeat(24), tag: '1.0.x', registryUid: theirs }])
    expect(await layersOf(answer.json().uid)).toMatchObject([{ version: '1.0.1', registryUid: theirs }])
    const said = { code: 'PackUidUnknown', path: 'spec.template.packs[0].uid' }
    expect(answer.json().warnings).toMatchObject([{ ...said, params: { chosen: 'Theirs', version: '1.0.1' } }])
    expect(warningsOf(answer)).toMatchObject([said])
  })

  it('gets the same warning if the request is repeated with its key', async () => {
    const pack = { name: 'proxy', uid: 'f'.repeat(24), tag: '1.0.x', registryUid: theirs }
    const payload = profileOf([pack])
    const headers = { ...as(test.fixtures.stage.users.tenantAdmin), 'idempotency-key': 'said' }
    const ask = () => send('POST', '/v1/clusterprofiles', payload, headers)
    const [first, again] = [await ask(), await ask()]
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect([again.body, warningsOf(again)]).toEqual([first.body, warningsOf(first)])
  })

  it('is refused for the uid of another pack', async () => {
    const answer = await post([{ name: 'proxy', uid: uidOf('other 1.0.0'), tag: '1.0.0' }])
    expect(answer.json().code).toBe('PackNotFound')
    expect(answer.json().details[0].message).toContain(uidOf('other 1.0.0'))
  })

  it.each([{ tag: '1.0.0' }, { tag: '1.0.x' }, { tag: '1.2.0' }])(
    'never comes from another registry than the one it names: %o',
    async (fields) => {
      const answer = await post([{ name: 'proxy', registryUid: empty, ...fields }])
      expect(answer.statusCode).toBe(422)
      expect(answer.json()).toMatchObject({
        code: 'PackNotInRegistry',
        details: [{ path: 'spec.template.packs[0].registry.metadata', place: 'layer proxy, registry' }],
      })
      const message = String(answer.json().details[0].message)
      expect(message).toMatch(/^The registry Empty does not hold proxy .*: .*(Ours|Theirs)/)
    },
  )

  it.each([{}, { tag: '9.9.9' }, { tag: '1.2.x' }])(
    'is refused if the registry holds the version of its uid, but the uid belongs to another registry: %o',
    async (fields) => {
      const answer = await post([{ name: 'proxy', uid: uidOf('proxy 1.0.1'), registryUid: theirs, ...fields }])
      expect(answer.json()).toMatchObject({
        code: 'PackNotInRegistry',
        details: [{ path: 'spec.template.packs[0].uid', params: { registry: 'Theirs', candidates: ['Ours'] } }],
      })
    },
  )

  it('is refused if its uid and its registry belong to different registries', async () => {
    const answer = await post([{ name: 'rare', uid: uidOf('rare 1.0.0'), tag: '1.0.0', registryUid: theirs }])
    expect(answer.json()).toMatchObject({
      code: 'PackNotInRegistry',
      details: [{ params: { registry: 'Theirs', candidates: ['Ours'] } }],
    })
  })

  it('gets the pack with its uid if the registry beside it is not here, with a warning', async () => {
    const answer = await post([{ name: 'proxy', uid: uidOf('proxy 1.2.0'), registryUid: 'e'.repeat(24) }])
    expect(await versionOf(answer.json().uid)).toBe('1.2.0')
    expect(answer.json().warnings).toMatchObject([
      { code: 'RegistryNotFound', params: { registry: 'e'.repeat(24), chosen: 'Ours' } },
    ])
  })

  it('needs a decision if several registries hold its pack and it names none', async () => {
    const answer = await post([{ name: 'proxy', tag: '1.0.0' }])
    expect(answer.json()).toMatchObject({ code: 'RegistryAmbiguous' })
  })

  it('comes from the registry given in the form of exports, if no other is named', async () => {
    const registry = { metadata: { uid: theirs, name: 'Theirs', kind: 'pack' } }
    const [exported, both] = [
      { name: 'proxy', tag: '1.0.0', registry },
      { name: 'proxy', tag: '1.0.0', registry, registryUid: ours },
    ]
    expect(await layersOf(await create(exported))).toMatchObject([{ version: '1.0.0', registryUid: theirs }])
    expect(await layersOf(await create(both))).toMatchObject([{ version: '1.0.0', registryUid: ours }])
  })

  it('does not get the version of another layer of its pack', async () => {
    const answer = await post([
      { name: 'proxy', tag: '1.2.0', registryUid: ours },
      { name: 'second--proxy', tag: '7.0.0', registryUid: ours },
    ])
    expect(answer.json()).toMatchObject({ code: 'PackNotFound', details: [{ params: { version: '7.0.0' } }] })
  })
})

describe('a layer of a profile that is changed', () => {
  const asCreated = () => ({ name: 'proxy', uid: uidOf('proxy 1.0.1'), registryUid: ours, tag: '1.0.x' })

  it('follows its tag if that changed and the uid beside it is the current one', async () => {
    const uid = await create(asCreated())
    expect((await put(uid, [{ ...asCreated(), tag: '1.2.0' }])).statusCode).toBe(204)
    expect(await layersOf(uid)).toMatchObject([{ version: '1.2.0', packUid: uidOf('proxy 1.2.0'), tag: '1.2.0' }])
  })

  it('follows its uid if that changed, with a warning that its present tag or version beside it is of another pack', async () => {
    for (const [path, sent, beside] of [
      ['tag', '1.0.x', {}],
      ['version', '1.0.1', { version: '1.0.1' }],
    ] as const) {
      const uid = await create(asCreated())
      const answer = await put(uid, [{ ...asCreated(), uid: uidOf('proxy 1.2.0'), ...beside }])
      const message = `proxy 1.2.0 is the pack of the uid ${uidOf('proxy 1.2.0')} and does not match ${sent}, which was sent beside it; the uid was taken.`
      const said = { code: 'PackUidContradicted', path: `spec.template.packs[0].${path}`, message }
      expect([answer.statusCode, warningsOf(answer)]).toMatchObject([204, [said]])
      expect(await versionOf(uid)).toBe('1.2.0')
    }
  })

  it.each([{ tag: '1.2.0' }, { version: '1.2.0' }, { tag: '1.x', version: '1.2.0' }])(
    'is not moved back in silence if the request that moved it is sent again with the uid it had: %o',
    async (fields) => {
      const uid = await create(asCreated())
      const stale = { name: 'proxy', uid: uidOf('proxy 1.0.1'), registryUid: ours, ...fields }
      await put(uid, [stale])
      expect(await versionOf(uid)).toBe('1.2.0')
      expect(warningsOf(await put(uid, [stale]))).toMatchObject([{ code: 'PackUidContradicted' }])
    },
  )

  it('is refused for another version than that of its new uid', async () => {
    const uid = await create(asCreated())
    const answer = await put(uid, [{ ...asCreated(), uid: uidOf('proxy 1.2.0'), version: '1.0.0' }])
    expect(answer.json().details).toMatchObject([
      { code: 'PackUidContradicted', path: 'spec.template.packs[0].version' },
    ])
    expect(await versionOf(uid)).toBe('1.0.1')
  })

  it('stays if a stale tag was sent with its uid before, and is sent again', async () => {
    const stale = { ...asCreated(), uid: uidOf('proxy 1.2.0') }
    const uid = await create(stale)
    await put(uid, [{ ...stale, values: 'a: 1\n' }])
    expect(await versionOf(uid)).toBe('1.2.0')
  })

  const floating = () => ({ name: 'proxy', registryUid: ours, tag: '1.0.x' })

  it('follows its version if that changed, whether its current uid and its tag are beside it or not', async () => {
    const fields = [{}, { uid: uidOf('proxy 1.0.0') }, { tag: '1.0.x' }, { uid: uidOf('proxy 1.0.0'), tag: '1.0.x' }]
    for (const beside of fields) {
      const uid = await create({ ...floating(), version: '1.0.0' })
      await put(uid, [{ name: 'proxy', version: '1.0.1', ...beside }])
      expect(await layersOf(uid)).toMatchObject([{ version: '1.0.1', tag: beside.tag ?? '1.0.1' }])
    }
  })

  it('follows its tag if that changed and the version beside it is the current one', async () => {
    const uid = await create(floating())
    expect((await put(uid, [{ ...floating(), tag: '1.2.0', version: '1.0.1' }])).statusCode).toBe(204)
    expect(await layersOf(uid)).toMatchObject([{ version: '1.2.0', tag: '1.2.0' }])
  })

  it('keeps its tag and its pack, even one that left its registry, if its current version is sent alone', async () => {
    const uid = await create(floating())
    await db().packVersion.updateMany({ where: { uid: uidOf('proxy 1.0.1') }, data: { removedAt: new Date() } })
    expect((await put(uid, [{ name: 'proxy', version: '1.0.1' }])).statusCode).toBe(204)
    expect(await layersOf(uid)).toMatchObject([{ version: '1.0.1', tag: '1.0.x' }])
  })

  it.each([{}, { uid: true }])(
    'is refused for another version that its tag does not match: %o',
    async ({ uid: own }) => {
      const uid = await create(floating())
      for (const fields of [{ version: '9.9.9' }, { tag: '1.0.1', version: '1.2.0' }]) {
        const answer = await put(uid, [{ ...floating(), ...(own && { uid: uidOf('proxy 1.0.1') }), ...fields }])
        expect(answer.json()).toMatchObject({
          code: 'InvalidRequest',
          message: contradictionOf({ tag: '1.0.x', ...fields }),
        })
      }
      expect(await layersOf(uid)).toMatchObject([{ version: '1.0.1', tag: '1.0.x' }])
    },
  )

  it('does not leave its registry for a version that another one holds', async () => {
    const uid = await create({ name: 'proxy', tag: '1.0.0', registryUid: theirs })
    const answer = await put(uid, [{ name: 'proxy', tag: '1.2.0' }])
    expect(answer.json()).toMatchObject({ code: 'PackNotInRegistry', details: [{ params: { registry: 'Theirs' } }] })
  })

  it('is refused for an unknown uid', async () => {
    const uid = await create(asCreated())
    const answer = await put(uid, [{ name: 'proxy', uid: 'f'.repeat(24), tag: '1.0.x' }])
    expect(answer.json().details[0].message).toContain('f'.repeat(24))
  })
})

describe('a layer whose pack left its registry', () => {
  const proxy = () => ({ name: 'proxy', uid: uidOf('proxy 1.2.0'), registryUid: ours, tag: '1.2.0', values: 'a: 1\n' })
  const rare = () => ({ name: 'rare', uid: uidOf('rare 1.0.0'), registryUid: ours, tag: '1.0.0', values: 'a: 1\n' })
  const LOST = { code: 'PackNotFound', path: 'spec.template.packs[1].name' }

  async function profileOfLost(): Promise<string> {
    const uid = await create(proxy(), rare())
    await db().packVersion.updateMany({ where: { uid: uidOf('rare 1.0.0') }, data: { removedAt: new Date() } })
    return uid
  }
  const CHANGES: [string, (uid: string) => ReturnType<typeof send>][] = [
    ['labels', (uid) => send('PATCH', `/v1/clusterprofiles/${uid}/metadata`, { metadata: { labels: { a: 'b' } } })],
    ['variables', (uid) => send('PUT', `/v1/clusterprofiles/${uid}/variables`, { variables: [{ name: 'v' }] })],
    ['another layer', (uid) => put(uid, [{ ...proxy(), values: 'a: 2\n' }, rare()])],
    ['another layer without uids', (uid) => put(uid, [proxy(), { name: 'rare', tag: '1.0.0', values: 'a: 1\n' }])],
    ['its values', (uid) => put(uid, [proxy(), { ...rare(), values: 'a: 2\n' }])],
    ['publish', (uid) => send('PATCH', `/v1/clusterprofiles/${uid}/publish`)],
  ]

  it.each(CHANGES)('does not block a change: %s; it stays, with a warning', async (_what, change) => {
    const uid = await profileOfLost()
    const answer = await change(uid)
    expect(answer.statusCode).toBe(204)
    expect(warningsOf(answer)).toContainEqual(expect.objectContaining(LOST))
    expect((await layersOf(uid))[1]).toMatchObject({
      version: '1.0.0',
      packUid: uidOf('rare 1.0.0'),
      registryUid: ours,
    })
  })

  it.each(CHANGES.slice(0, -1))('is still shown as missing: %s', async (_what, change) => {
    const uid = await profileOfLost()
    await change(uid)
    expect((await layersOf(uid))[1]?.isInvalid).toBe(true)
  })

  it('does not block a clone', async () => {
    const answer = await send('POST', `/v1/clusterprofiles/${await profileOfLost()}/clone`, {
      metadata: { name: `clone-${(names += 1)}` },
    })
    expect(answer.statusCode).toBe(201)
    expect(answer.json().warnings).toMatchObject([LOST])
    expect((await layersOf(answer.json().uid))[1]).toMatchObject({ packUid: uidOf('rare 1.0.0'), isInvalid: true })
  })

  it('is checked if the change asks for another version of it', async () => {
    const answer = await put(await profileOfLost(), [proxy(), { ...rare(), tag: '2.0.0' }])
    expect(answer.json().code).toBe('PackNotFound')
  })

  it('stays as well if its whole registry is deleted', async () => {
    const gone = await addRegistry(db(), { name: `Gone ${(names += 1)}`, packs: [{ name: 'gone', version: '1.0.0' }] })
    const uid = await create({ name: 'gone', tag: '1.0.0', registryUid: gone })
    expect((await send('GET', `/v1/clusterprofiles/${uid}`)).statusCode).toBe(200)
    await db().registry.delete({ where: { uid: gone } })
    const answer = await send('PATCH', `/v1/clusterprofiles/${uid}/metadata`, { metadata: { labels: { a: 'b' } } })
    expect(answer.statusCode).toBe(204)
    expect(await layersOf(uid)).toMatchObject([{ version: '1.0.0', registryUid: gone, isInvalid: true }])
  })
})
