import { describe, expect, it } from 'vitest'
import { createUser, type FixtureUser } from '../../../testing/fixtures.ts'
import { addSession, addToken } from '../../../testing/sessions.ts'
import { as, openTestApp } from '../../../testing/test-app.ts'

const test = await openTestApp()

let count = 0
const addUser = () => {
  const { uid } = test.fixtures.stage
  const roles = [{ scopeUid: uid, role: 'Tenant Viewer' }]
  return createUser(test.deps.prisma, { tenantUid: uid, email: `own${(count += 1)}@stage.test`, roles })
}
const of = ({ uid }: FixtureUser) => ({ tenantUid: test.fixtures.stage.uid, userUid: uid })
const browser = async (user: FixtureUser) => ({
  cookie: `waybill=${await addSession(test, of(user))}`,
  'sec-fetch-site': 'same-origin',
})
const client = async (user: FixtureUser) => ({ authorization: await addToken(test, of(user)) })

type Headers = Readonly<Record<string, string>>
interface Session {
  uid: string
  kind: string
  isCurrent: boolean
  address: string
  userAgent: string
}
const list = async (headers: Headers) =>
  (await test.app.inject({ url: '/v1/console/sessions', headers })).json<{ items: Session[] }>().items
const end = (headers: Headers, uid = '') =>
  test.app.inject({ method: 'DELETE', url: `/v1/console/sessions${uid && `/${uid}`}`, headers })
const statusOf = async (headers: Headers) => (await test.app.inject({ url: '/v1/users/me', headers })).statusCode

describe('one’s own sessions', () => {
  it('say where and with which client the user signed in, and which of them asks', async () => {
    const { email } = await addUser()
    const answer = await test.app.inject({
      method: 'POST',
      url: '/v1/console/session',
      headers: { 'user-agent': 'Firefox of the test' },
      remoteAddress: '192.0.2.7',
      payload: { email, password: 'correct horse battery staple' },
    })
    const cookie = `waybill=${answer.cookies[0]?.value ?? ''}`
    await test.app.inject({
      method: 'POST',
      url: '/v1/auth/authenticate',
      headers: { 'user-agent': 'terraform' },
      payload: { emailId: email, password: 'correct horse battery staple' },
    })
    const items = await list({ cookie, 'sec-fetch-site': 'same-origin' })
    expect(items.toSorted((one, other) => one.kind.localeCompare(other.kind))).toMatchObject([
      { kind: 'browser', isCurrent: true, address: '192.0.2.7', userAgent: 'Firefox of the test' },
      { kind: 'token', isCurrent: false, address: '127.0.0.1', userAgent: 'terraform' },
    ])
  })

  it('store no more of a client’s User-Agent than is useful', async () => {
    const user = await addUser()
    await test.app.inject({
      method: 'POST',
      url: '/v1/auth/authenticate',
      headers: { 'user-agent': 'x'.repeat(5_000) },
      payload: { emailId: user.email, password: 'correct horse battery staple' },
    })
    const [session] = await list(as(user))
    expect(session?.userAgent).toHaveLength(512)
  })

  it('are ended one by one, at once', async () => {
    const user = await addUser()
    const [here, there] = [await browser(user), await client(user)]
    const other = (await list(here)).find(({ isCurrent }) => !isCurrent)
    expect((await end(here, other?.uid)).statusCode).toBe(204)
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401])
    expect((await end(here, other?.uid)).statusCode).toBe(404)
  })

  it('are ended except for the one that asks; API keys stay', async () => {
    const user = await addUser()
    const [here, there, elsewhere] = [await browser(user), await browser(user), await client(user)]
    expect((await end(here)).statusCode).toBe(204)
    expect([await statusOf(here), await statusOf(there), await statusOf(elsewhere)]).toEqual([200, 401, 401])
    expect(await statusOf(as(user))).toBe(200)
  })

  it('stay if a script has no uid after the slash', async () => {
    const user = await addUser()
    const [here, there] = [await browser(user), await browser(user)]
    const answer = await test.app.inject({ method: 'DELETE', url: '/v1/console/sessions/', headers: here })
    expect([answer.statusCode, await statusOf(there)]).toEqual([404, 200])
  })

  it('cannot be seen or ended by anybody else', async () => {
    const [mine, theirs] = [await addUser(), await addUser()]
    const [here, there] = [await browser(mine), await browser(theirs)]
    const [session] = await list(there)
    expect((await list(here)).map(({ uid }) => uid)).not.toContain(session?.uid)
    expect((await end(here, session?.uid)).statusCode).toBe(404)
    await end(here)
    expect(await statusOf(there)).toBe(200)
  })

  it('that have expired are not listed', async () => {
    const user = await addUser()
    await addSession(test, { ...of(user), expiresAt: new Date(0) })
    expect(await list(as(user))).toEqual([])
  })
})

describe('one’s own name', () => {
  it('can be changed without a role that may change users, and is audited', async () => {
    const user = await addUser()
    const payload = { firstName: ' Ada ', lastName: 'Miller' }
    const answer = await test.app.inject({
      method: 'PUT',
      url: '/v1/console/session/name',
      headers: as(user),
      payload,
    })
    expect(answer.statusCode).toBe(204)
    const stored = await test.deps.prisma.user.findUniqueOrThrow({ where: { uid: user.uid } })
    expect([stored.firstName, stored.lastName]).toEqual(['Ada', 'Miller'])
    const [event] = await test.deps.prisma.auditEvent.findMany({ where: { resourceUid: user.uid, action: 'update' } })
    expect(JSON.parse(event?.details ?? '')).toEqual({ what: 'name' })
  })
})
