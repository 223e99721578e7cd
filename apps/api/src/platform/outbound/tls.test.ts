import type { TLSSocket } from 'node:tls'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answer,
  type HostileRegistry,
  redirectPath,
  startHostileRegistry,
} from '../../testing/registry-servers/hostile-registry.ts'
import { createTestAuthority } from '../../testing/outside/test-certificates.ts'
import { createOutboundClient } from './outbound-client.ts'

const authority = await createTestAuthority()
const server = await authority.issueIdentity('registry')
const visitor = await authority.issueIdentity('visitor')
const NO_TLS = { ca: '', certificate: '', key: '', insecureSkipVerify: false }

const sayPeer = (socket: object) => {
  const peer = isTls(socket) ? socket.getPeerCertificate() : undefined
  return peer?.subject?.CN ?? 'nobody'
}
const isTls = (socket: object): socket is TLSSocket => 'getPeerCertificate' in socket
const own = { '/who': (socket: Parameters<typeof answer>[0]) => answer(socket, String(sayPeer(socket))) }
const serverTls = { cert: server.certificate, key: server.key, requestCert: true, ca: authority.certificate }

let home: HostileRegistry
let other: HostileRegistry
let strict: HostileRegistry
beforeAll(async () => {
  home = await startHostileRegistry({ tls: { ...serverTls, rejectUnauthorized: false }, own })
  other = await startHostileRegistry({ tls: { ...serverTls, rejectUnauthorized: false }, own })
  strict = await startHostileRegistry({ tls: { ...serverTls, rejectUnauthorized: true }, own })
})
afterAll(() => Promise.all([home.close(), other.close(), strict.close()]))

/** The body of the response, or the name of the fault. */
async function ask(endpoint: HostileRegistry, tls: Partial<typeof NO_TLS>, path = '/who'): Promise<string> {
  const allowedHosts = [home.host, other.host, strict.host]
  const client = createOutboundClient({ endpoint: endpoint.url, allowedHosts, tls: { ...NO_TLS, ...tls } })
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of (await client.fetch({ url: `${endpoint.url}${path}` })).body) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  } catch (error) {
    return error instanceof Error && 'fault' in error ? String(error.fault) : 'no fault'
  } finally {
    await client.close()
  }
}
const ca = authority.certificate

describe('a registry over TLS', () => {
  it('is unreachable if nobody vouches for it', async () => {
    expect(await ask(home, {})).toBe('unreachable')
  })

  it('is reachable if its own authority is known', async () => {
    expect(await ask(home, { ca })).toBe('nobody')
  })

  it('is reachable without verification if the connection says so', async () => {
    expect(await ask(home, { insecureSkipVerify: true })).toBe('nobody')
  })

  it('receives the connection’s client certificate', async () => {
    expect(await ask(strict, { ca, ...visitor })).toBe('visitor')
  })

  it('that requires a client certificate answers nothing without one', async () => {
    expect(await ask(strict, { ca })).toMatch(/^(unreachable|bad-response)$/)
  })

  it.each([
    ['a certificate that is none', { ca, certificate: 'none', key: visitor.key }],
    ['a key that is none', { ca, certificate: visitor.certificate, key: 'none' }],
    ['the key of another certificate', { ca, certificate: visitor.certificate, key: server.key }],
    ['an authority that is none', { ca: 'none' }],
  ])('is unreachable with %s', async (_, tls) => {
    expect(await ask(home, tls)).toBe('unreachable')
  })
})

describe('another origin that a registry leads to', () => {
  const away = () => redirectPath(302, `${other.url}/who`)

  it('does not receive the connection’s client certificate', async () => {
    expect(await ask(home, { ca, ...visitor }, away())).toBe('nobody')
  })

  it('must be verified, even if the registry need not be', async () => {
    expect(await ask(home, { insecureSkipVerify: true }, away())).toBe('unreachable')
  })

  it('is never requested without TLS', async () => {
    const plain = await startHostileRegistry()
    const location = redirectPath(302, `${plain.url}/fine`)
    expect(await ask(home, { ca }, location)).toBe('forbidden-url')
    expect(plain.connections()).toBe(0)
    await plain.close()
  })
})
