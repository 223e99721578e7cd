import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addProfile } from '../../testing/profiles.ts'
import { as, buildTestApp, type TestApp } from '../../testing/test-app.ts'

let test: TestApp
let uid: string
beforeAll(async () => {
  test = await buildTestApp()
  const layers = [
    { name: 'own', type: 'manifest' as const, manifests: [{ name: 'one', content: 'kind: ConfigMap\n' }] },
  ]
  uid = await addProfile(test, { tenantUid: test.fixtures.stage.uid, name: 'web', layers, isPublished: false })
})
afterAll(() => test.close())

const url = () => `/v1/clusterprofiles/${uid}`
const headers = () => as(test.fixtures.stage.users.tenantAdmin)
const etag = async () => String((await test.app.inject({ url: url(), headers: headers() })).headers.etag)

const CONTENT = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: two\n'
type Change = readonly ['DELETE' | 'PATCH' | 'POST' | 'PUT', string, object | undefined]

const CHANGES: Change[] = [
  ['DELETE', '', undefined],
  ['PATCH', '/publish', undefined],
  ['POST', '/packs', { pack: { name: 'new', type: 'manifest', layer: 'addon', manifests: [] } }],
  ['POST', '/packs/own/manifests', { name: 'two', content: CONTENT }],
  ['PUT', '/secrets/marks', { marks: [{ layerName: 'own', manifest: 'one', path: 'kind', verdict: 'secret' }] }],
  ['PATCH', '/metadata', { metadata: { name: 'web' } }],
  ['PUT', '/variables', { variables: [] }],
]

const send = ([method, path, payload]: Change, tag: string) =>
  test.app.inject({
    method,
    url: url() + path,
    headers: { ...headers(), 'if-match': tag },
    ...(payload && { payload }),
  })

describe('a change of a profile that was changed since it was read', () => {
  it.each(CHANGES)('is refused: %s %s', async (...change) => {
    const before = await etag()
    const late = await send(change, '"1"')
    expect([late.statusCode, late.json().code]).toEqual([412, 'ProfileChanged'])
    expect(await etag()).toBe(before)
  })

  it.each(CHANGES.toReversed())('is taken as it was read: %s %s', async (...change) => {
    expect((await send(change, await etag())).statusCode).toBeLessThan(300)
  })
})
