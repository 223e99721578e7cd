import { describe, expect, it } from 'vitest'
import { addProfile } from '../../../testing/profiles.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

const stage = () => test.fixtures.stage
const admin = () => as(stage().users.tenantAdmin)
const db = () => test.deps.tenantDb(stage().uid)

describe('DELETE /v1/clusterprofiles/{uid}', () => {
  const remove = (uid: string, headers = admin()) =>
    test.app.inject({
      method: 'DELETE',
      url: `/v1/clusterprofiles/${uid}`,
      headers: { ...headers, 'content-type': 'application/json' },
    })

  it('removes the profile with its content, and writes an audit event', async () => {
    const layers = [{ values: 'a: "{{.spectro.macro.x}}"', manifests: [{ name: 'm', content: 'b: 1' }] }]
    const uid = await addProfile(test, { tenantUid: stage().uid, name: 'gone', layers, variables: [{ name: 'v' }] })
    const response = await remove(uid)
    expect({ status: response.statusCode, body: response.body }).toEqual({ status: 204, body: '' })
    expect(response.headers['content-type']).toBeUndefined()
    const where = { profileUid: uid }
    expect(await db().layer.count({ where })).toBe(0)
    expect(await db().variable.count({ where })).toBe(0)
    expect(await db().macroUse.count({ where })).toBe(0)
    const [event] = await db().auditEvent.findMany({ where: { resourceUid: uid } })
    expect(event).toMatchObject({ action: 'delete', resourceKind: 'clusterprofile', resourceName: 'gone' })
  })

  it('makes the next highest version the newest', async () => {
    const add = (version: string) => addProfile(test, { tenantUid: stage().uid, name: 'versions', version })
    await add('1.9.0')
    await add('1.2.0')
    const newest = await add('1.10.0')
    await remove(newest)
    const rows = await db().profile.findMany({ where: { name: 'versions', isNewest: true } })
    expect(rows.map(({ version }) => version)).toEqual(['1.9.0'])
  })

  it('is refused to a viewer', async () => {
    const uid = await addProfile(test, { tenantUid: stage().uid })
    expect((await remove(uid, as(stage().users.tenantViewer))).json()).toMatchObject({ code: 'Forbidden' })
  })

  it('is refused to a project admin for a profile of the tenant', async () => {
    const uid = await addProfile(test, { tenantUid: stage().uid })
    const response = await remove(uid, as(stage().users.projectAdmin, stage().projects.default))
    expect(response.statusCode).toBe(403)
    expect(await db().profile.count({ where: { uid } })).toBe(1)
  })

  it('finds no profile of another tenant, nor one that is gone', async () => {
    const uid = await addProfile(test, { tenantUid: stage().uid })
    expect((await remove(uid, as(test.fixtures.dev.users.tenantAdmin))).statusCode).toBe(404)
    await remove(uid)
    expect((await remove(uid)).json()).toMatchObject({ code: 'ResourceNotFound' })
  })
})

describe('DELETE /v1/clusterprofiles/bulk', () => {
  it('deletes what it can and says what it could not', async () => {
    const { users, uid: tenantUid } = test.fixtures.stage
    const uid = await addProfile(test, { tenantUid })
    const gone = 'f'.repeat(24)
    const response = await test.app.inject({
      method: 'DELETE',
      url: '/v1/clusterprofiles/bulk',
      headers: as(users.tenantAdmin),
      payload: { uids: [uid, gone] },
    })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ deletedCount: 1, isSucceeded: false, failures: [{ uid: gone }] })
  })
})
