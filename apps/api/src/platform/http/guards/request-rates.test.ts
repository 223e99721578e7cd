import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, buildTestApp, type TestApp } from '../../../testing/test-app.ts'
import { PASSWORD } from '../../../testing/fixtures.ts'

/** A hundredth of Palette's numbers: bursts of 1 where it has 50, and of 2 where it has 250. */
const FACTOR = '0.01'

let test: TestApp
beforeAll(async () => {
  // The clock stands still, so that no bucket refills however long a request takes.
  test = await buildTestApp({ settings: { RATE_LIMITS: FACTOR }, monotonicMs: () => 0 })
})
afterAll(() => test.close())

const ask = async (url: string, remoteAddress: string, headers: Record<string, string> = {}) => {
  const answer = await test.app.inject({ url, remoteAddress, headers })
  return { status: answer.statusCode, code: answer.json().code, retryAfter: answer.headers['retry-after'] }
}
const key = () => as(test.fixtures.stage.users.tenantAdmin)

describe('too many requests', () => {
  it('are refused with the seconds to wait', async () => {
    const first = await ask('/v1/users/info', '10.0.0.1', key())
    const second = await ask('/v1/users/info', '10.0.0.1', key())
    expect(first.status).toBe(200)
    expect(second).toEqual({ status: 429, code: 'TooManyRequests', retryAfter: '10' })
  })

  it('are counted per address and top resource', async () => {
    await ask('/v1/users/info', '10.0.0.2', key())
    expect((await ask('/v1/users/info', '10.0.0.3', key())).status).toBe(200)
    expect((await ask('/v1/projects', '10.0.0.2', key())).status).not.toBe(429)
    expect((await ask('/v1/nothing/none', '10.0.0.2', key())).status).not.toBe(429)
    expect((await ask('/v1/other/none', '10.0.0.2', key())).status).toBe(429)
  })

  it('are counted however the path is spelled', async () => {
    const spelled = ['/v1/users/info', '/%76%31/users/info', '/v1/%75sers/info/']
    const statuses = []
    for (const url of spelled) statuses.push((await ask(url, '10.0.0.8', key())).status)
    expect(statuses).toEqual([200, 429, 429])
  })

  it('may be five times as many for cluster profiles', async () => {
    const url = '/v1/clusterprofiles/000000000000000000000000'
    const statuses = []
    for (let count = 0; count < 3; count += 1) statuses.push((await ask(url, '10.0.0.4', key())).status)
    expect(statuses).toEqual([404, 404, 429])
  })

  const signIn = async (user: { email: string }, remoteAddress: string) => {
    const payload = { email: user.email, password: PASSWORD }
    const answer = await test.app.inject({ method: 'POST', url: '/v1/console/session', remoteAddress, payload })
    return { cookie: String(answer.headers['set-cookie']).split(';', 1)[0] ?? '' }
  }

  it('of one user do not count for another at the same address', async () => {
    const { tenantAdmin, tenantViewer } = test.fixtures.stage.users
    const [first, second] = [await signIn(tenantAdmin, '10.0.0.5'), await signIn(tenantViewer, '10.0.0.6')]
    // Until it has been accepted once, a cookie counts for its address.
    await ask('/v1/users/info', '10.0.0.51', first)
    await ask('/v1/users/info', '10.0.0.52', second)
    const statuses = []
    for (const session of [first, first, second])
      statuses.push((await ask('/v1/users/info', '10.0.0.7', session)).status)
    expect(statuses).toEqual([200, 429, 200])
  })

  it('are counted together for all sessions of a user', async () => {
    const { projectAdmin } = test.fixtures.stage.users
    const [first, second] = [await signIn(projectAdmin, '10.0.0.11'), await signIn(projectAdmin, '10.0.0.12')]
    await ask('/v1/users/info', '10.0.0.53', first)
    await ask('/v1/users/info', '10.0.0.54', second)
    const statuses = []
    for (const session of [first, second]) statuses.push((await ask('/v1/users/info', '10.0.0.7', session)).status)
    expect(statuses).toEqual([200, 429])
  })

  it('are not avoided by invented cookies', async () => {
    const madeUp = (letter: string) => ({ cookie: `waybill=${letter.repeat(43)}` })
    const statuses = []
    for (const letter of ['a', 'b', 'c'])
      statuses.push((await ask('/v1/users/info', '10.0.0.9', madeUp(letter))).status)
    expect(statuses).toEqual([401, 429, 429])
  })

  it('of one API key are counted together over many addresses', async () => {
    const headers = as(test.fixtures.dev.users.tenantAdmin)
    const statuses = []
    for (let at = 0; at < 6; at += 1) statuses.push((await ask('/v1/users/info', `10.0.1.${at}`, headers)).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
  })

  it('are not counted for supervisors', async () => {
    for (let count = 0; count < 5; count += 1) {
      expect((await test.app.inject({ url: '/livez', remoteAddress: '10.0.0.8' })).statusCode).toBe(200)
    }
  })
})
