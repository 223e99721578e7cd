import { describe, expect, it } from 'vitest'
import { createUser } from '../../testing/fixtures.ts'
import { as, openTestApp } from '../../testing/test-app.ts'

const test = await openTestApp()
let count = 0

const admin = () => as(test.fixtures.stage.users.tenantAdmin)
const get = (url: string, headers = admin()) => test.app.inject({ url, headers })
const patch = (uid: string, payload: object[], headers = admin()) =>
  test.app.inject({ method: 'PATCH', url: `/v1/users/${uid}`, headers, payload })

const addUser = () => {
  const { uid: tenantUid } = test.fixtures.stage
  const email = `patched${(count += 1)}@stage.test`
  return createUser(test.deps.prisma, { tenantUid, email, roles: [{ scopeUid: tenantUid, role: 'Tenant Viewer' }] })
}

describe('PATCH /v1/users/{uid}', () => {
  it('changes what its steps name and leaves the rest', async () => {
    const { uid, email } = await addUser()
    const steps = [
      { op: 'replace', path: '/spec/firstName', value: 'Ada' },
      { op: 'add', path: '/metadata/labels/team', value: 'web' },
    ]
    expect((await patch(uid, steps)).statusCode).toBe(204)
    expect((await get(`/v1/users/${uid}`)).json()).toMatchObject({
      metadata: { labels: { team: 'web' } },
      spec: { emailId: email, firstName: 'Ada', roles: [expect.any(String)] },
      status: { isActive: true },
    })
  })

  it('sets roles by name', async () => {
    const { uid } = await addUser()
    await patch(uid, [{ op: 'replace', path: '/spec/roles', value: ['Tenant Project Admin'] }])
    expect((await get(`/v1/users/${uid}/roles`)).json().roles).toMatchObject([{ name: 'Tenant Project Admin' }])
  })

  it('disables a user, who is signed out at once', async () => {
    const { uid, apiKey } = await addUser()
    await patch(uid, [{ op: 'replace', path: '/status/isActive', value: false }])
    expect((await get('/v1/users/me', { apikey: apiKey })).statusCode).toBe(401)
  })

  it.each([
    [{ op: 'replace', path: '/status/isActive', value: false }],
    [{ op: 'replace', path: '/spec/roles', value: [] }],
  ])('is refused with the reason if no Tenant Admin would be left: %j', async (step) => {
    const { tenantAdmin } = test.fixtures.dev.users
    const answer = await patch(tenantAdmin.uid, [step], as(tenantAdmin))
    expect([answer.statusCode, answer.json().code]).toEqual([409, 'LastAdmin'])
  })

  it.each([
    [{ op: 'replace', path: '/spec/emailId', value: 'no address' }],
    [{ op: 'replace', path: '/spec/nothing', value: 1 }],
    [{ op: 'remove', path: '/spec' }],
    [{ op: 'replace', path: '/spec/roles', value: ['King'] }],
  ])('is refused for %j and changes nothing', async (step) => {
    const { uid } = await addUser()
    const before = (await get(`/v1/users/${uid}`)).json()
    const answer = await patch(uid, [{ op: 'replace', path: '/spec/lastName', value: 'L' }, step])
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'InvalidRequest'])
    expect((await get(`/v1/users/${uid}`)).json()).toEqual(before)
  })
})

describe('the password of somebody else', () => {
  it('is reset by a link that is shown once, to its creator', async () => {
    const { uid, email } = await addUser()
    const url = `/v1/users/${uid}/password/reset`
    const answer = await test.app.inject({ method: 'PATCH', url, headers: admin() })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    const token = String(answer.headers['waybill-password-link']).split('#password=')[1]
    const payload = { password: 'a password of one’s own' }
    const set = await test.app.inject({ method: 'PATCH', url: `/v1/auth/password/${token}/activate`, payload })
    expect(set.statusCode).toBe(204)
    const signIn = { emailId: email, password: payload.password }
    expect((await test.app.inject({ method: 'POST', url: '/v1/auth/authenticate', payload: signIn })).statusCode).toBe(
      200,
    )
  })

  it('cannot be changed, not even by somebody who knows it', async () => {
    const { uid } = await addUser()
    const payload = { currentPassword: 'x', newPassword: 'another horse and battery' }
    const url = `/v1/users/${uid}/password/change`
    const answer = await test.app.inject({ method: 'PATCH', url, headers: admin(), payload })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'ResourceNotFound'])
  })
})

describe('roles for resources', () => {
  it('do not exist', async () => {
    const { uid } = await addUser()
    expect((await get(`/v1/users/${uid}/resourceRoles`)).json()).toEqual({ resourceRoles: [] })
    expect((await get('/v1/users/ffffffffffffffffffffffff/resourceRoles')).statusCode).toBe(404)
  })
})
