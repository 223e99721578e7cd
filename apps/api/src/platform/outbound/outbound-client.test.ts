import { once } from 'node:events'
import type { Socket } from 'node:net'
import { type FetchRequest, SourceError } from '@waybill/pack-sources'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  answer,
  type HostileRegistry,
  redirectPath,
  startHostileRegistry,
} from '../../testing/registry-servers/hostile-registry.ts'
import { createOutboundClient, type OutboundClient } from './outbound-client.ts'

const NO_TLS = { ca: '', certificate: '', key: '', insecureSkipVerify: false }
const SECRET = 'Basic c2VjcmV0'

let held: Socket[]
let home: HostileRegistry
let other: HostileRegistry
let client: OutboundClient

beforeEach(async () => {
  held = []
  home = await startHostileRegistry({ own: { '/held': (socket) => held.push(socket) } })
  other = await startHostileRegistry()
  client = createOutboundClient({
    endpoint: `${home.url}/v2/`,
    allowedHosts: [home.host, other.host],
    tls: NO_TLS,
    limits: { firstByteMs: 300_000, totalMs: 300_000 },
  })
})
afterEach(async () => {
  await client.close()
  await home.close()
  await other.close()
})

async function read(request: FetchRequest): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of (await client.fetch(request)).body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}
const faultOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => undefined,
    (error: unknown) => (error instanceof SourceError ? error.fault : error),
  )
const authorizations = ({ requests }: HostileRegistry) => requests.map(({ headers }) => headers.authorization)

describe('a response', () => {
  it('has status, lower-case headers and body', async () => {
    const response = await client.fetch({ url: `${home.url}/not-found` })
    expect(response).toMatchObject({ status: 404, url: `${home.url}/not-found`, headers: { 'content-length': '0' } })
    await response.cancel()
    expect(await read({ url: `${home.url}/fine` })).toBe('fine')
  })

  it('leaves no cookie behind', async () => {
    const response = await client.fetch({ url: `${home.url}/cookie` })
    await response.cancel()
    await read({ url: `${home.url}/fine` })
    expect(response.headers).not.toHaveProperty('set-cookie')
    expect(home.requests.at(-1)?.headers).not.toHaveProperty('cookie')
  })

  it('to HEAD gives its place back by itself', async () => {
    for (let round = 0; round < 10; round += 1) await client.fetch({ url: `${home.url}/not-found`, method: 'HEAD' })
    expect(await read({ url: `${home.url}/fine` })).toBe('fine')
  })
})

describe('a request', () => {
  it('is sent with the headers that the caller may set, and no others', async () => {
    const headers = {
      Accept: 'text/plain',
      Cookie: 'a=b',
      Host: 'db',
      Authorization: SECRET,
      'Accept-Encoding': 'gzip',
    }
    await read({ url: `${home.url}/fine`, headers })
    expect(home.requests[0]?.headers).toEqual({
      host: home.host,
      connection: 'keep-alive',
      accept: 'text/plain',
      'user-agent': 'waybill',
      'accept-encoding': 'identity',
    })
  })

  it('of POST carries its body', async () => {
    const request = { url: `${home.url}/fine`, method: 'POST', body: '{"a":1}', authorization: SECRET } as const
    expect(await read({ ...request, headers: { 'Content-Type': 'application/json' } })).toBe('fine')
    expect(home.requests[0]).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '7', authorization: SECRET },
    })
  })

  it('uses no proxy from the environment', async () => {
    for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'HTTPS_PROXY']) vi.stubEnv(name, other.url)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    await read({ url: `${home.url}/fine` })
    vi.unstubAllEnvs()
    expect(other.connections()).toBe(0)
  })

  it.each(['GET', 'HEAD'] as const)('reuses the connections of %s', async (method) => {
    const url = `${home.url}/not-found`
    for (let round = 0; round < 10; round += 1) await (await client.fetch({ url, method })).cancel()
    // A second one, since the next request may be sent before the first connection is known to be free.
    expect(home.connections()).toBeLessThanOrEqual(2)
  })

  it('waits for its turn when eight are open', async () => {
    const all = Array.from({ length: 12 }, () => read({ url: `${home.url}/held` }))
    await expect.poll(() => held.length).toBe(8)
    for (const socket of held.slice()) answer(socket, 'x')
    await expect.poll(() => held.length).toBe(12)
    for (const socket of held.slice(8)) answer(socket, 'x')
    expect(await Promise.all(all)).toHaveLength(12)
    expect(home.connections()).toBe(8)
  })

  it('ends when its signal aborts', async () => {
    const cancel = new AbortController()
    const asked = faultOf(client.fetch({ url: `${home.url}/held`, signal: cancel.signal }))
    await expect.poll(() => held.length).toBe(1)
    cancel.abort()
    expect(await asked).toBe('cancelled')
  })

  it('is not sent when its signal has aborted', async () => {
    expect(await faultOf(client.fetch({ url: `${home.url}/fine`, signal: AbortSignal.abort() }))).toBe('cancelled')
    expect(home.requests).toEqual([])
  })

  it('ends when its signal aborts in the middle of the body', async () => {
    const cancel = new AbortController()
    const { body } = await client.fetch({ url: `${home.url}/endless-body`, signal: cancel.signal })
    const reading = (async () => {
      for await (const _ of body) cancel.abort(new Error('not the words of a SourceError'))
    })()
    await expect(reading).rejects.toMatchObject({ fault: 'cancelled' })
  })

  it('ends with its client', async () => {
    const asked = faultOf(client.fetch({ url: `${home.url}/held` }))
    await expect.poll(() => held.length).toBe(1)
    const ended = once(held[0]!, 'close')
    await client.close()
    expect(await asked).toBe('cancelled')
    await expect(ended).resolves.toBeDefined()
  })

  it('to a port where nobody listens is unreachable', async () => {
    await other.close()
    await expect(client.fetch({ url: `${other.url}/fine` })).rejects.toMatchObject({ fault: 'unreachable' })
    other = await startHostileRegistry()
  })
})

describe('a name', () => {
  const clientOf = (endpoint: string, ...addresses: string[]) =>
    createOutboundClient({
      endpoint,
      allowedHosts: [home.host, `registry.lan:${new URL(home.url).port}`],
      tls: NO_TLS,
      resolve: async () => addresses.map((address) => ({ address, family: 4 })),
    })

  it('that resolves to the internal network is not requested, directly or by a redirect', async () => {
    const inside = clientOf('https://rebind.example.com/', '127.0.0.1')
    const location = `${home.url}${redirectPath(302, 'https://rebind.example.com/')}`
    expect(await faultOf(inside.fetch({ url: 'https://rebind.example.com/' }))).toBe('forbidden-url')
    expect(await faultOf(inside.fetch({ url: location }))).toBe('forbidden-url')
    await inside.close()
  })

  it('that the operator allowed is requested wherever it resolves to', async () => {
    const endpoint = `http://registry.lan:${new URL(home.url).port}`
    const allowed = clientOf(endpoint, '127.0.0.1')
    expect(await allowed.fetch({ url: `${endpoint}/not-found`, method: 'HEAD' })).toMatchObject({ status: 404 })
    await allowed.close()
  })
})

describe('a redirect', () => {
  it('is followed to an allowed place', async () => {
    const response = await client.fetch({ url: `${home.url}${redirectPath(307, `${other.url}/fine`)}` })
    expect(response).toMatchObject({ status: 200, url: `${other.url}/fine` })
    await response.cancel()
  })

  it('is followed three times and not four', async () => {
    const hop = (path: string) => redirectPath(302, path)
    const three = hop(hop(hop('/fine')))
    expect(await read({ url: `${home.url}${three}` })).toBe('fine')
    await expect(read({ url: `${home.url}${hop(three)}` })).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it('is not followed with a POST', async () => {
    const asked = client.fetch({ url: `${home.url}${redirectPath(307, '/fine')}`, method: 'POST', body: 'x' })
    await expect(asked).rejects.toMatchObject({ fault: 'bad-response' })
  })

  it.each([301, 302, 303, 307, 308])('%i to a listener that is not allowed does not reach it', async (status) => {
    const listener = await startHostileRegistry()
    const port = listener.host.split(':')[1]
    const hosts = ['127.0.0.1', 'localhost', '[::1]', '0', '2130706433', '[::ffff:127.0.0.1]', '0x7f.1', '127.0.0.1.']
    const locations = hosts.flatMap((host) => [
      `http://${host}:${port}/`,
      `https://${host}:${port}/`,
      `//${host}:${port}/`,
    ])
    const asked = locations.map((location) => faultOf(read({ url: `${home.url}${redirectPath(status, location)}` })))
    expect(await Promise.all(asked)).toEqual(locations.map(() => 'forbidden-url'))
    expect(listener.connections()).toBe(0)
    await listener.close()
  })
})

describe('credentials', () => {
  it("go to the registry's own origin", async () => {
    await read({ url: `${home.url}${redirectPath(302, '/fine')}`, authorization: SECRET })
    expect(authorizations(home)).toEqual([SECRET, SECRET])
  })

  it('never go to another one', async () => {
    await read({ url: `${other.url}/fine`, authorization: SECRET })
    await read({ url: `${home.url}${redirectPath(302, `${other.url}/fine`)}`, authorization: SECRET })
    expect(authorizations(other)).toEqual([undefined, undefined])
  })

  it('do not come back once a redirect left the origin', async () => {
    const back = `${other.url}${redirectPath(302, `${home.url}/fine`)}`
    await read({ url: `${home.url}${redirectPath(302, back)}`, authorization: SECRET })
    expect(authorizations(home)).toEqual([SECRET, undefined])
  })

  it('are not sent from another origin that redirects home', async () => {
    await read({ url: `${other.url}${redirectPath(302, `${home.url}/fine`)}`, authorization: SECRET })
    expect(authorizations(home)).toEqual([undefined])
  })
})
