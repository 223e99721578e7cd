import { LIMITS } from '@waybill/profile-format'
import { describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { sender } from '../../testing/sender.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const LONG = `# ${'x'.repeat(1024 * 1024)}\na: 1\n`
const TOO_LONG = `# ${'x'.repeat(LIMITS.textBytes)}\na: 1\n`

const test = await openTestApp()
const packs = [{ name: 'web', version: '1.0.0' }]
const registryUid = await addRegistry(test.deps.tenantDb(test.fixtures.stage.uid), { name: 'Ours', packs })

const send = sender(() => test, {
  caller: ({ users, projects }) => as(users.projectAdmin, projects.default),
  below: '/v1/clusterprofiles',
})
const web = (values: string) => ({ name: 'web', tag: '1.0.0', registryUid, values })
const manifest = (content: string) => ({ name: 'one', content })
const layers = (text: string) => [web(text), { name: 'm', type: 'manifest', manifests: [manifest(text)] }]
const profile = (name: string, text: string) => ({
  metadata: { name },
  spec: { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs: layers(text) } },
})
let made = 0
const nextName = () => `long-${(made += 1)}`
const create = async (text: string, name = nextName()) => send('POST', '', profile(name, text))
async function stored() {
  const name = nextName()
  const { uid } = (await create('a: 1\n', name)).json<{ uid: string }>()
  const { items } = (await send('GET', `/${uid}/packs/m/manifests`, {})).json()
  return { uid, name, manifestUid: items[0].metadata.uid as string }
}

type Write = (text: string) => Promise<{ statusCode: number; json: () => { code: string; details: object[] } }>
const writes: [string, Write][] = [
  ['a new profile', create],
  [
    'a whole profile',
    async (text) => {
      const { uid, name } = await stored()
      return send('PUT', `/${uid}`, profile(name, text))
    },
  ],
  ['a layer', async (text) => send('PUT', `/${(await stored()).uid}/packs/web`, { pack: web(text) })],
  [
    'a manifest',
    async (text) => {
      const { uid, manifestUid } = await stored()
      return send('PUT', `/${uid}/packs/m/manifests/${manifestUid}`, manifest(text))
    },
  ],
  [
    'the default of a variable',
    async (text) =>
      send('PUT', `/${(await stored()).uid}/variables`, { variables: [{ name: 'v', defaultValue: text }] }),
  ],
]

describe('an edit accepts what an import accepts', () => {
  it.each(writes)('in %s: a text of a megabyte', async (_what, write) => {
    const { statusCode } = await write(LONG)
    expect([200, 201, 204]).toContain(statusCode)
  })

  it.each(writes)('and refuses in %s what exceeds the limit of texts, naming the setting', async (_what, write) => {
    const { code, details } = (await write(TOO_LONG)).json()
    expect(code).not.toBe('InvalidRequest')
    expect(JSON.stringify(details)).toContain('MAX_TEXT_BYTES')
  })
})
