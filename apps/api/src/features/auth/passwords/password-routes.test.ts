import { describe, expect, it } from 'vitest'
import { createUser, PASSWORD } from '../../../testing/fixtures.ts'
import { addToken } from '../../../testing/sessions.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const NEW = 'a new and longer password'

const test = await openTestApp()

let count = 0
/** A new user, so that no test changes another's password. */
function addUser({ role = 'Tenant Viewer', tenantUid = test.fixtures.stage.uid } = {}) {
  const email = `user${(count += 1)}@stage.test`
  return createUser(test.deps.prisma, { tenantUid, email, roles: [{ scopeUid: tenantUid, role }] })
}

const signIn = (email: string, password: string) =>
  test.app.inject({ method: 'POST', url: '/v1/console/session', payload: { email, password } })
async function cookieOf(email: string, password = PASSWORD): Promise<Record<string, string>> {
  const { cookies } = await signIn(email, password)
  return Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
}
const tokenOf = async (emailId: string) => {
  const payload = { emailId, password: PASSWORD }
  const answer = await test.app.inject({ method: 'POST', url: '/v1/auth/authenticate', payload })
  return answer.json<{ Authorization: string }>().Authorization
}
const statusWith = async (credential: { cookies?: Record<string, string>; headers?: Record<string, string> }) =>
  (await test.app.inject({ url: '/v1/users/me', ...credential })).statusCode
const change = (cookies: Record<string, string>, currentPassword: string) =>
  test.app.inject({
    method: 'PUT',
    url: '/v1/console/session/password',
    cookies,
    payload: { currentPassword, newPassword: NEW },
  })
const refresh = (token: string) => test.app.inject({ url: `/v1/auth/refresh/${token}` })

describe('changing the own password', () => {
  it('ends the other sessions and tokens, and keeps this one', async () => {
    const { email } = await addUser()
    const [here, there, authorization] = [await cookieOf(email), await cookieOf(email), await tokenOf(email)]
    expect((await change(here, PASSWORD)).statusCode).toBe(204)
    expect([await statusWith({ cookies: here }), await statusWith({ cookies: there })]).toEqual([200, 401])
    expect(await statusWith({ headers: { authorization } })).toBe(401)
    expect((await refresh(authorization)).statusCode).toBe(401)
    expect([(await signIn(email, PASSWORD)).statusCode, (await signIn(email, NEW)).statusCode]).toEqual([401, 200])
  })

  it('needs the current one, and ends no session for a wrong one', async () => {
    const { email } = await addUser()
    const cookies = await cookieOf(email)
    const answer = await change(cookies, 'wrong')
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'PasswordWrong'])
    expect(await statusWith({ cookies })).toBe(200)
  })

  it.each([
    ['a common one', () => 'password1234'],
    ['a row of keys', () => 'qwertyuiop12'],
    ['a repetition', () => 'letmeinletmein'],
    ['the own address', (email: string) => email],
    ['the name of the product', () => 'waybillwaybill'],
  ])('refuses %s, which is easily guessed, and keeps the current one', async (_, guess) => {
    const { email } = await addUser()
    const payload = { currentPassword: PASSWORD, newPassword: guess(email) }
    const cookies = await cookieOf(email)
    const answer = await test.app.inject({ method: 'PUT', url: '/v1/console/session/password', cookies, payload })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'PasswordGuessable'])
    expect((await signIn(email, PASSWORD)).statusCode).toBe(200)
  })

  it('with a wrong one is in the audit log, with the address', async () => {
    const { uid, email } = await addUser()
    await change(await cookieOf(email), 'wrong')
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid, action: 'refuse-login' } })
    expect(events.map(({ details }): unknown => JSON.parse(details))).toEqual([
      { via: 'password change', address: '127.0.0.1' },
    ])
  })

  it('is stopped after eight wrong guesses', async () => {
    const cookies = await cookieOf((await addUser()).email)
    for (let guess = 0; guess < 8; guess += 1) await change(cookies, 'wrong')
    expect((await change(cookies, PASSWORD)).statusCode).toBe(429)
  })

  it('is in the audit log', async () => {
    const { uid, email } = await addUser()
    await change(await cookieOf(email), PASSWORD)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid, action: 'update' } })
    expect(events.map(({ details }): unknown => JSON.parse(details))).toEqual([{ what: 'password' }])
  })
})

describe('a link to set a password', () => {
  const makeLink = async (uid: string) => {
    const url = `/v1/console/users/${uid}/password-link`
    const answer = await test.app.inject({ method: 'POST', url, headers: as(test.fixtures.stage.users.tenantAdmin) })
    return answer.json<{ link: string }>().link
  }
  const redeem = (link: string, password = NEW) =>
    test.app.inject({
      method: 'PATCH',
      url: `/v1/auth/password/${link.split('#password=')[1]}/reset`,
      payload: { password },
    })

  it('works once, and ends earlier sessions', async () => {
    const { uid, email } = await addUser()
    const cookies = await cookieOf(email)
    const link = await makeLink(uid)
    expect((await redeem(link)).statusCode).toBe(204)
    expect(await statusWith({ cookies })).toBe(401)
    expect((await signIn(email, NEW)).statusCode).toBe(200)
    const again = await redeem(link, 'yet another password')
    expect([again.statusCode, again.json().code]).toEqual([404, 'PasswordLinkInvalid'])
  })

  it('says beforehand whose password it still sets, only to its own page', async () => {
    const { uid, email } = await addUser()
    const link = await makeLink(uid)
    const ask = (headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
      test.app.inject({
        method: 'POST',
        url: '/v1/console/session/password-link',
        headers,
        payload: { token: link.split('#password=')[1] },
      })
    const open = await ask()
    expect([open.statusCode, open.json()]).toEqual([200, { email }])
    expect((await ask({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    await redeem(link)
    const used = await ask()
    expect([used.statusCode, used.json().code]).toEqual([404, 'PasswordLinkInvalid'])
  })

  it('works once however many use it at the same time', async () => {
    const link = await makeLink((await addUser()).uid)
    const answers = await Promise.all([redeem(link), redeem(link), redeem(link)])
    expect(answers.filter(({ statusCode }) => statusCode === 204)).toHaveLength(1)
    expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(2)
  })

  it('stops working when it expires, when another is created and when the user is disabled', async () => {
    const { uid } = await addUser()
    const replaced = await makeLink(uid)
    const late = await makeLink(uid)
    expect((await redeem(replaced)).statusCode).toBe(404)
    await test.deps.prisma.user.update({ where: { uid }, data: { resetExpiresAt: new Date(0) } })
    expect((await redeem(late)).statusCode).toBe(404)
    const disabled = await makeLink(uid)
    await test.deps.prisma.user.update({ where: { uid }, data: { disabledAt: new Date() } })
    expect((await redeem(disabled)).statusCode).toBe(404)
  })

  it('is stored as a digest only', async () => {
    const { uid } = await addUser()
    const token = (await makeLink(uid)).split('#password=')[1] ?? ''
    const user = await test.deps.prisma.user.findUniqueOrThrow({ where: { uid } })
    expect(Buffer.from(user.resetTokenHash ?? []).toString('latin1')).not.toContain(token)
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid } })
    expect(JSON.stringify(events)).not.toContain(token)
  })
})

describe('a token', () => {
  it('is exchanged for another', async () => {
    const answer = await refresh(
      await tokenOf((await addUser({ role: 'Tenant Admin', tenantUid: test.fixtures.dev.uid })).email),
    )
    const { Authorization: authorization } = answer.json<{ Authorization: string }>()
    expect(await statusWith({ headers: { authorization } })).toBe(200)
  })

  it('cannot be refreshed for ever', async () => {
    const { uid: userUid } = test.fixtures.dev.users.tenantAdmin
    const token = await addToken(test, { tenantUid: test.fixtures.dev.uid, userUid, expiresAt: new Date(0) })
    expect((await refresh(token)).statusCode).toBe(401)
  })

  it.each(['x', 'a.b.c'])('that is not valid (%s) is refused', async (token) => {
    expect((await refresh(token)).statusCode).toBe(401)
  })
})

describe('GET /v1/auth/orgs', () => {
  it('names only the caller’s tenant, whoever else has the e-mail', async () => {
    const { stage, dev } = test.fixtures
    const { email } = stage.users.tenantAdmin
    const same = await createUser(test.deps.prisma, { tenantUid: dev.uid, email, roles: [] })
    const answer = await test.app.inject({ url: '/v1/auth/orgs', headers: as(same) })
    expect(answer.json()).toEqual({
      organizations: [{ name: 'Dev', authType: 'password', redirectUrl: '', ssoLogins: [] }],
    })
  })
})

describe('changing the own password as clients of Palette do', () => {
  const patch = (url: string, authorization: string, payload: object) =>
    test.app.inject({ method: 'PATCH', url, headers: { authorization }, payload })

  it('accepts uid or e-mail, and needs the current password', async () => {
    const { uid, email } = await addUser()
    const byUid = { currentPassword: PASSWORD, newPassword: NEW }
    expect((await patch(`/v1/users/${uid}/password/change`, await tokenOf(email), byUid)).statusCode).toBe(204)
    const { Authorization } = (
      await test.app.inject({
        method: 'POST',
        url: '/v1/auth/authenticate',
        payload: { emailId: email, password: NEW },
      })
    ).json()
    const byEmail = { emailId: email, currentPassword: NEW, newPassword: PASSWORD }
    expect((await patch('/v1/users/password/change', Authorization, byEmail)).statusCode).toBe(204)
    expect(await statusWith({ headers: { authorization: Authorization } })).toBe(401)
  })

  it('is refused without the current one', async () => {
    const { uid, email } = await addUser()
    const answer = await patch(`/v1/users/${uid}/password/change`, await tokenOf(email), { newPassword: NEW })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'PasswordWrong'])
  })
})

describe('a token that is revoked', () => {
  const revoke = (authorization: string, tokens: string[]) =>
    test.app.inject({
      method: 'POST',
      url: '/v1/users/auth/tokens/revoke',
      headers: { authorization },
      payload: { tokens },
    })

  it('gives access to nothing any more', async () => {
    const authorization = await tokenOf((await addUser()).email)
    expect((await revoke(authorization, [authorization, 'no token'])).statusCode).toBe(204)
    expect(await statusWith({ headers: { authorization } })).toBe(401)
  })

  it('ends alone: other tokens of its user, and their browsers, stay signed in', async () => {
    const { email } = await addUser()
    const [one, other, cookies] = [await tokenOf(email), await tokenOf(email), await cookieOf(email)]
    await revoke(other, [one, one])
    expect(await statusWith({ headers: { authorization: one } })).toBe(401)
    expect(await statusWith({ headers: { authorization: other } })).toBe(200)
    expect(await statusWith({ cookies })).toBe(200)
  })

  it('ends together with the token that it was refreshed into', async () => {
    const authorization = await tokenOf((await addUser()).email)
    const { Authorization } = (await refresh(authorization)).json<{ Authorization: string }>()
    await revoke(authorization, [authorization])
    expect(await statusWith({ headers: { authorization: Authorization } })).toBe(401)
  })

  it('is in the audit log under its owner’s name', async () => {
    const { uid, email } = await addUser()
    const [one, other] = [await tokenOf(email), await tokenOf(email)]
    await revoke(await tokenOf((await addUser({ role: 'Tenant Admin' })).email), [one, other])
    const events = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: uid, action: 'update' } })
    expect(events.map(({ resourceName, details }) => [resourceName, JSON.parse(details) as unknown])).toEqual([
      [email, { what: 'tokens', count: 2 }],
    ])
  })

  it('belongs to the caller, or to somebody whom they may change', async () => {
    const [mine, theirs] = [await tokenOf((await addUser()).email), await tokenOf((await addUser()).email)]
    await revoke(mine, [theirs])
    expect(await statusWith({ headers: { authorization: theirs } })).toBe(200)
    await revoke(await tokenOf((await addUser({ role: 'Tenant Admin', tenantUid: test.fixtures.dev.uid })).email), [
      theirs,
    ])
    expect(await statusWith({ headers: { authorization: theirs } })).toBe(200)
    await revoke(await tokenOf((await addUser({ role: 'Tenant Admin' })).email), [theirs])
    expect(await statusWith({ headers: { authorization: theirs } })).toBe(401)
  })
})
