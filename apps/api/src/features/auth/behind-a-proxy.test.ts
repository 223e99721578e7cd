import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '../../testing/fixtures.ts'
import { buildTestApp, type TestApp, openTestApp } from '../../testing/test-app.ts'

const PROXY = '192.0.2.10'

const test = await openTestApp({ settings: { TRUST_PROXY: PROXY, PUBLIC_URL: 'https://waybill.test' } })

interface Attempt {
  remoteAddress?: string
  client?: string
  password?: string
  origin?: string
}

const signIn = ({ remoteAddress = PROXY, client = '198.51.100.1', password = PASSWORD, origin }: Attempt = {}) =>
  test.app.inject({
    method: 'POST',
    url: '/v1/console/session',
    remoteAddress,
    headers: { 'x-forwarded-for': client, host: 'waybill:8080', ...(origin && { origin }) },
    payload: { email: test.fixtures.stage.users.tenantAdmin.email, password },
  })

async function exhaust(attempt: Attempt) {
  for (let count = 0; count < 8; count += 1) await signIn({ ...attempt, password: 'wrong' })
}

describe('behind a proxy', () => {
  it('clients are distinguished by the address that the proxy names', async () => {
    await exhaust({ client: '198.51.100.2' })
    expect((await signIn({ client: '198.51.100.2' })).statusCode).toBe(429)
    expect((await signIn({ client: '198.51.100.3' })).statusCode).toBe(200)
  })

  it('the last address that the proxy added counts, whatever the client wrote before it', async () => {
    await exhaust({ client: '198.51.100.4' })
    expect((await signIn({ client: '203.0.113.9, 198.51.100.4' })).statusCode).toBe(429)
  })

  it('no other client is trusted', async () => {
    for (let count = 0; count < 8; count += 1)
      await signIn({ remoteAddress: '192.0.2.66', client: `198.51.100.${100 + count}`, password: 'wrong' })
    expect((await signIn({ remoteAddress: '192.0.2.66', client: '198.51.100.200' })).statusCode).toBe(429)
  })

  it('the cookie is for HTTPS only and the response keeps browsers there', async () => {
    const answer = await signIn()
    expect(answer.cookies[0]).toMatchObject({ name: '__Host-waybill', secure: true })
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000')
  })

  it.each([
    ['https://waybill.test', 200],
    ['http://waybill.test', 403],
    ['https://waybill:8080', 403],
    ['http://waybill:8080', 403],
  ])('a page at %s is answered with %i', async (origin, status) => {
    expect((await signIn({ origin })).statusCode).toBe(status)
  })
})

describe('without a public address', () => {
  const send = (headers: Record<string, string>) =>
    plain.app.inject({
      method: 'POST',
      url: '/v1/console/session',
      headers: { host: 'waybill.test', ...headers },
      payload: { email: plain.fixtures.stage.users.tenantAdmin.email, password: PASSWORD },
    })
  let plain: TestApp
  beforeAll(async () => {
    plain = await buildTestApp({ settings: { TRUST_PROXY: '127.0.0.1' } })
  })
  afterAll(() => plain.close())

  it('the scheme of an origin is compared too', async () => {
    expect((await send({ origin: 'https://waybill.test' })).statusCode).toBe(403)
    expect((await send({ origin: 'http://waybill.test' })).statusCode).toBe(200)
  })

  it('a trusted proxy says which scheme the browser used', async () => {
    const headers = { origin: 'https://waybill.test', 'x-forwarded-proto': 'https' }
    expect((await send(headers)).statusCode).toBe(200)
  })
})
