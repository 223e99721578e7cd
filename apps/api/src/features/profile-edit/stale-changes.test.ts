import { beforeEach, describe, expect, it } from 'vitest'
import { addProfile } from '../../testing/profiles.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
const layers = [{ name: 'own', type: 'manifest' as const, manifests: [{ name: 'one', content: 'kind: ConfigMap\n' }] }]
let uid: string
beforeEach(async () => {
  uid = await addProfile(test, { tenantUid: test.fixtures.stage.uid, layers, isPublished: false })
})

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

describe('the list', () => {
  const addAnother = (name: string) =>
    addProfile(test, { tenantUid: test.fixtures.stage.uid, name, isPublished: false })
  const listed = async (name: string) => {
    const payload = { filter: { profileName: { eq: name } } }
    const answer = await test.app.inject({
      method: 'POST',
      url: '/v1/dashboard/clusterprofiles',
      headers: headers(),
      payload,
    })
    return answer.json<{ items: { status: { etag: string } }[] }>().items[0]?.status.etag ?? ''
  }
  const deleteAll = async (etags: Record<string, string>) => {
    const payload = { uids: Object.keys(etags), etags }
    return (
      await test.app.inject({ method: 'DELETE', url: '/v1/clusterprofiles/bulk', headers: headers(), payload })
    ).json()
  }

  it('shows each profile with the ETag of reading it', async () => {
    expect(await listed(uid)).toBe(await etag())
  })

  it('deletes profiles that are unchanged since they were listed, and no others', async () => {
    const [kept, gone] = [await addAnother('kept'), await addAnother('gone')]
    const etags = { [kept]: await listed('kept'), [gone]: await listed('gone') }
    const payload = { metadata: { name: 'kept', annotations: { description: 'changed' } } }
    await test.app.inject({ method: 'PATCH', url: `/v1/clusterprofiles/${kept}/metadata`, headers: headers(), payload })
    expect(await deleteAll(etags)).toMatchObject({ deletedCount: 1, failures: [{ uid: kept, code: 'ProfileChanged' }] })
    expect(await deleteAll({ [kept]: await listed('kept') })).toMatchObject({ deletedCount: 1, failures: [] })
  })
})

describe('a change of a profile that has changed since it was read', () => {
  it.each(CHANGES)('is refused: %s %s', async (...change) => {
    const before = await etag()
    const late = await send(change, '"1"')
    expect([late.statusCode, late.json().code]).toEqual([412, 'ProfileChanged'])
    expect(await etag()).toBe(before)
  })

  it.each(CHANGES)('is accepted as it was read: %s %s', async (...change) => {
    expect((await send(change, await etag())).statusCode).toBeLessThan(300)
  })
})
