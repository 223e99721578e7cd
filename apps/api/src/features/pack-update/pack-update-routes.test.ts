import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const SECRET = 'Tr0ub4dor-and-3'
const DEFAULTS = {
  '1.0.0': 'image: relay:1.0.0\nreplicas: 1\nauth:\n  password: ""\n',
  '1.1.0': 'image: relay:1.1.0\nreplicas: 1\nauth:\n  # Kept in a Secret.\n  password: ""\nlevel: info\n',
}
const VALUES = `image: relay:1.0.0-ours\nreplicas: 3\nauth:\n  password: "${SECRET}"\n`

const test = await openTestApp()
let uid: string
const packs = Object.entries(DEFAULTS).map(([version, values]) => ({ name: 'relay', version, values }))
const elsewhere = { name: 'relay', version: '2.0.0', layer: 'cni' as const }
const registryUid = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), {
  name: 'Ours',
  packs: [...packs, elsewhere],
})

let made = 0
beforeEach(async () => {
  made += 1
  const packs = [{ name: 'relay', tag: '1.0.0', registryUid, values: VALUES }]
  const spec = { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs }, variables: [] }
  const created = await send('POST', '', { metadata: { name: `profile-${made}` }, spec })
  uid = created.json().uid
})

const admin = () => as(test.fixtures.stage.users.projectAdmin, test.fixtures.stage.projects.default)
const send = sender(() => test, { caller: admin, below: '/v1/clusterprofiles' })
const preview = (payload: object, headers = admin()) =>
  send('POST', `/${uid}/packs/relay/update-preview`, payload, headers)
const viewer = () => as(test.fixtures.stage.users.tenantViewer)

describe('the versions of packs', () => {
  it('are listed newest first, with what is newer and what fits', async () => {
    const { items } = (await send('GET', `/${uid}/packUpdates`)).json()
    expect(items).toMatchObject([
      {
        packName: 'relay',
        version: '1.0.0',
        versions: [
          { version: '2.0.0', isNewer: true, isCompatible: false },
          { version: '1.1.0', isNewer: true, isCompatible: true },
        ],
      },
    ])
  })
})

describe('the updates of all profiles', () => {
  const list = async (query = '', headers = admin()) =>
    (await test.app.inject({ url: `/v1/console/clusterprofiles/packUpdates${query}`, headers })).json()

  it('name the newest version that fits for each layer, profile by profile', async () => {
    const { items, listmeta } = await list(`?uids=${uid}`)
    expect(items).toEqual([
      {
        uid,
        name: `profile-${made}`,
        version: '1.0.0',
        updates: [
          {
            packName: 'relay',
            packUid: expect.any(String),
            version: '1.0.0',
            to: { packUid: expect.any(String), version: '1.1.0' },
          },
        ],
      },
    ])
    expect(listmeta.count).toBe(1)
  })

  it('leave out profiles whose packs are the newest', async () => {
    const { etag, text } = (await preview({ version: '1.1.0' })).json()
    const pack = { name: 'relay', tag: '1.1.0', registryUid, values: text }
    await send('PUT', `/${uid}/packs/relay`, { pack }, { ...admin(), 'if-match': etag })
    expect((await list(`?uids=${uid}`)).items).toEqual([])
  })

  it('can be filtered for in the list of profiles', async () => {
    const found = async () => {
      const filter = { profileName: { eq: `profile-${made}` }, states: ['updates'] }
      const url = '/v1/dashboard/clusterprofiles'
      return (await test.app.inject({ method: 'POST', url, headers: admin(), payload: { filter, sort: [] } })).json()
    }
    expect((await found()).listmeta.count).toBe(1)
    const pack = { name: 'relay', tag: '1.1.0', registryUid, values: 'replicas: 1\n' }
    await send('PUT', `/${uid}/packs/relay`, { pack })
    expect((await found()).listmeta.count).toBe(0)
  })

  it('come in pages, ordered by name', async () => {
    const whole = await list()
    const second = await list('?limit=1&offset=1')
    expect(second.items).toEqual([whole.items[1]])
    expect(second.listmeta.count).toBe(whole.listmeta.count)
  })

  it('skip a version that is incompatible with another pack, and say why if none is compatible', async () => {
    const constraints = JSON.stringify({ dependencies: [{ packName: 'base', minVersion: '2', type: 'required' }] })
    const packs = [
      { name: 'base', version: '1.5.0' },
      { name: 'lamp', version: '1.0.0' },
      { name: 'lamp', version: '1.2.0' },
      { name: 'lamp', version: '2.0.0', constraints },
    ]
    const registry = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), { name: `Lamps ${made}`, packs })
    const layers = (lamp: string) =>
      [
        ['base', '1.5.0'],
        ['lamp', lamp],
      ].map(([name, tag]) => ({ name, tag, registryUid: registry, values: '' }))
    const updatesOf = async (lamp: string) => {
      const template = { type: 'add-on', cloudType: 'all', packs: layers(lamp) }
      const body = { metadata: { name: `lamp-${lamp}-${made}` }, spec: { version: '1.0.0', template, variables: [] } }
      const { items } = await list(`?uids=${(await send('POST', '', body)).json().uid}`)
      return items[0].updates
    }
    expect(await updatesOf('1.0.0')).toMatchObject([{ packName: 'lamp', to: { version: '1.2.0' } }])
    const broken = { declaredBy: 'lamp', packName: 'base', minVersion: '2', maxVersion: '' }
    expect(await updatesOf('1.2.0')).toMatchObject([
      { packName: 'lamp', to: { version: '2.0.0' }, brokenConstraint: broken },
    ])
  })
})

describe('several layers of one pack', () => {
  const twins = (version: string, values: string) =>
    ['blue--relay', 'green--relay'].map((name) => ({ name, tag: version, registryUid, values }))

  beforeEach(async () => {
    const template = { type: 'add-on', cloudType: 'all', packs: twins('1.0.0', VALUES) }
    const spec = { version: '1.0.0', template, variables: [] }
    uid = (await send('POST', '', { metadata: { name: `twins-${made}` }, spec })).json().uid
  })

  it('are each listed with the versions of their pack', async () => {
    const { items } = (await send('GET', `/${uid}/packUpdates`)).json()
    expect(items.map(({ packName }: { packName: string }) => packName)).toEqual(['blue--relay', 'green--relay'])
    expect(items[1].versions).toMatchObject([{ version: '2.0.0' }, { version: '1.1.0' }])
  })

  it('move in one save, or none does', async () => {
    const previewOf = async (name: string) =>
      (await send('POST', `/${uid}/packs/${name}/update-preview`, { version: '1.1.0' })).json()
    const [blue] = [await previewOf('blue--relay'), await previewOf('green--relay')]
    const apply = () =>
      send('PATCH', `/${uid}/packRefs`, { packs: twins('1.1.0', blue.text) }, { ...admin(), 'if-match': blue.etag })
    expect((await apply()).statusCode).toBe(204)
    expect((await apply()).json()).toMatchObject({ code: 'ProfileChanged' })
    const { spec } = (await send('GET', `/${uid}`)).json()
    expect(spec.draft.packs).toMatchObject([{ version: '1.1.0' }, { version: '1.1.0' }])
  })
})

describe('the preview of an update', () => {
  it('takes over what only the layer changed, and reports conflicts', async () => {
    const body = (await preview({ version: '1.1.0' })).json()
    expect(body.from.version).toBe('1.0.0')
    expect(body.text).toBe(
      `image: relay:1.1.0\nreplicas: 3\nauth:\n  # Kept in a Secret.\n  password: "${SECRET}"\nlevel: info\n`,
    )
    expect(body.conflicts).toMatchObject([{ path: ['image'], kind: 'both-changed', mine: ' relay:1.0.0-ours' }])
  })

  it('finds a version by its pack’s uid too', async () => {
    const { items } = (await send('GET', `/${uid}/packUpdates`)).json()
    const { packUid } = items[0].versions[1]
    expect((await preview({ packUid })).json().to).toEqual({ packUid, version: '1.1.0' })
  })

  it('shows masks to callers who see masks', async () => {
    const answer = await preview({ version: '1.1.0' }, viewer())
    expect(answer.body).not.toContain(SECRET)
    expect(answer.json().text).toContain('password: "********"')
  })

  it('is not applied to a profile that somebody has changed since', async () => {
    const { etag, text } = (await preview({ version: '1.1.0' })).json()
    const pack = { name: 'relay', tag: '1.1.0', registryUid, values: text }
    const apply = () => send('PUT', `/${uid}/packs/relay`, { pack }, { ...admin(), 'if-match': etag })
    expect((await apply()).statusCode).toBe(204)
    expect((await apply()).json()).toMatchObject({ code: 'ProfileChanged' })
  })

  it('keeps the stored value behind a mask that comes back untouched', async () => {
    const { text } = (await preview({ version: '1.1.0' }, viewer())).json()
    const pack = { name: 'relay', tag: '1.1.0', values: text }
    const saved = await send('PUT', `/${uid}/packs/relay`, { pack })
    expect([saved.statusCode, saved.body]).toEqual([204, ''])
    const { spec } = (await send('GET', `/${uid}`)).json()
    expect(spec.draft.packs[0]).toMatchObject({ version: '1.1.0', values: text.replace('********', SECRET) })
  })

  it('is refused for a version that does not exist', async () => {
    const answer = await preview({ version: '9.9.9' })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'PackNotFound'])
  })

  it('is refused for a layer that does not exist', async () => {
    const answer = await send('POST', `/${uid}/packs/none/update-preview`, { version: '1.1.0' })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
  })
})
