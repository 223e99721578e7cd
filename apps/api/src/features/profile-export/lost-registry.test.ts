import { beforeEach, describe, expect, it } from 'vitest'
import { addRegistry } from '../../testing/catalogue.ts'
import { sender } from '../../testing/sender.ts'
import { openTestApp } from '../../testing/test-app.ts'

const schema = `db.label:\n  schema: '{{ format "\${password}" }}'\n`
const SECRET = 'blue-house'

const test = await openTestApp()
let uid: string
let count = 0

beforeEach(async () => {
  const name = `lost-${(count += 1)}`
  const registryUid = await addRegistry(db(), { name, packs: [{ name: 'page', version: '1.0.0', schema }] })
  const layer = { name: 'page', type: 'spectro', tag: '1.0.0', registryUid, values: `db:\n  label: ${SECRET}\n` }
  const spec = { version: '1.0.0', template: { type: 'add-on', cloudType: 'all', packs: [layer] } }
  uid = (await send('POST', '/v1/clusterprofiles', { metadata: { name }, spec })).json().uid
  await send('DELETE', `/v1/registries/pack/${registryUid}?force=true`)
})

const db = () => test.deps.tenantDb(test.fixtures.stage.uid)
const send = sender(() => test)
const exported = async () => (await send('GET', `/v1/clusterprofiles/${uid}/export?mask=declared`)).body

describe('what a pack declared secret, once its registry is deleted,', () => {
  it('is masked in exports', async () => {
    expect(await db().packVersion.count()).toBe(0)
    expect(await exported()).toContain('label: \\"********\\"')
  })

  it('is masked in values that are changed afterwards', async () => {
    const pack = { name: 'page', values: 'db:\n  # another\n  label: green-house\n' }
    expect((await send('PUT', `/v1/clusterprofiles/${uid}/packs/page`, { pack })).statusCode).toBe(204)
    const file = await exported()
    expect(file).toContain('# another')
    expect(file).not.toContain('green-house')
  })

  it('is masked in what was stored before packs were kept', async () => {
    await db().keptGrounds.deleteMany({})
    expect(await exported()).not.toContain(SECRET)
  })

  it('is masked in what was stored then and inspected by older rules, and new rules apply to it too', async () => {
    await db().keptGrounds.deleteMany({})
    await db().layer.updateMany({ data: { groundsDigest: '0:of older rules' } })
    expect(await exported()).not.toContain(SECRET)
    const { groundsDigest } = await db().layer.findFirstOrThrow({ where: { profileUid: uid } })
    expect(groundsDigest).not.toContain('older')
    expect(await exported()).not.toContain(SECRET)
  })
})

describe('a pack that no layer uses', () => {
  it('leaves nothing behind', async () => {
    const registryUid = await addRegistry(db(), {
      name: 'unused',
      packs: [{ name: 'spare', version: '1.0.0', schema }],
    })
    const { uid: packUid } = await db().packVersion.findFirstOrThrow({ where: { registryUid } })
    await send('DELETE', `/v1/registries/pack/${registryUid}?force=true`)
    expect(await db().keptGrounds.count({ where: { packUid } })).toBe(0)
  })
})
