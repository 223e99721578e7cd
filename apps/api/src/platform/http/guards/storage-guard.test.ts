import { beforeAll, describe, expect, it } from 'vitest'
import { packOf, profileJson } from '../../../testing/documents.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'
import { PASSWORD } from '../../../testing/fixtures.ts'
import { watchStorageRoom } from '../../database/upkeep/storage-room.ts'

let isFull = false
let uid: string
const test = await openTestApp({ storage: { isFull: () => isFull, close: () => undefined } })
beforeAll(async () => {
  uid = (await importNamed('kept')).json().uid
})

const admin = () => as(test.fixtures.stage.users.tenantAdmin, test.fixtures.stage.projects.default)
const ask = async (method: 'GET' | 'POST' | 'DELETE' | 'PUT', url: string, payload?: object | string) =>
  await test.app.inject({
    method,
    url,
    headers: { ...admin(), 'content-type': 'application/json' },
    ...(payload !== undefined && { payload }),
  })
const file = (name: string) =>
  profileJson({ name, packs: [packOf({ name: 'm', type: 'manifest', registry: { metadata: {} } })] })
const importNamed = (name: string) => ask('POST', '/v1/clusterprofiles/import', file(name))

describe('while the disk is full', () => {
  it('writes are refused with a code, and readiness reports it', async () => {
    isFull = true
    const answers = [
      await importNamed('refused'),
      await ask('PUT', `/v1/clusterprofiles/${uid}`, {}),
      await ask('GET', '/readyz'),
    ]
    for (const { statusCode, headers, body } of answers) {
      expect([statusCode, JSON.parse(body).code]).toEqual([503, 'StorageFull'])
      expect(headers['retry-after']).toMatch(/^[1-9]\d*$/)
    }
  })

  it('reading, exporting, checking a file, searching, signing in and deleting go on', async () => {
    isFull = true
    const { email } = test.fixtures.stage.users.tenantAdmin
    const statuses = [
      await ask('GET', `/v1/clusterprofiles/${uid}`),
      await ask('GET', `/v1/clusterprofiles/${uid}/export`),
      await ask('POST', '/v1/clusterprofiles/import/validate', file('checked')),
      await ask('POST', '/v1/packs/search', {}),
      await test.app.inject({ method: 'POST', url: '/v1/console/session', payload: { email, password: PASSWORD } }),
      await ask('DELETE', `/v1/clusterprofiles/${uid}`),
      await ask('GET', '/livez'),
    ].map(({ statusCode }) => statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, expect.any(Number), 204, 200])
    expect(statuses[4]).toBeLessThan(300)
  })

  it('writes are accepted again once there is room', async () => {
    isFull = false
    expect((await importNamed('stored')).statusCode).toBe(201)
    expect((await ask('GET', '/readyz')).statusCode).toBe(200)
  })
})

it('free space is watched in both directions', async () => {
  let bytes = 1_000
  const room = watchStorageRoom('/', async () => bytes)
  await expect.poll(() => room.isFull()).toBe(true)
  bytes = 1e9
  await expect.poll(() => room.isFull()).toBe(false)
  room.close()
})
